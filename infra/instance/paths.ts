import { resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/u, "");
export const toolchain = `${repository}/.toolchain`;
/** What `npm start` keeps: the database, the keys, the log. `DATA_DIRECTORY` names another place for it. */
export const dataDirectory = resolve(repository, process.env["DATA_DIRECTORY"] ?? ".data");
export const apiMain = `${repository}/apps/api/src/main.ts`;
/** Brings a database to this release; run with the login of a release. */
export const releaseProgram = `${repository}/apps/api/src/release.ts`;
