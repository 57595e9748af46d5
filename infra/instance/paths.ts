import { fileURLToPath } from "node:url";

export const repository = fileURLToPath(new URL("../..", import.meta.url)).replace(/\/$/u, "");
export const toolchain = `${repository}/.toolchain`;
/** What `npm start` keeps: the database, the keys, the log. */
export const dataDirectory = `${repository}/.data`;
export const apiMain = `${repository}/apps/api/src/main.ts`;
/** Makes the queue's tables; run with the login of a release. */
export const queuePreparation = `${repository}/apps/api/src/prepare-queue.ts`;
