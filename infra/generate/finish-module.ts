import { getConfig, Generator } from "@tanstack/router-generator";
import { runCommand } from "../instance/command.ts";
import type { Generated } from "./generate-module.ts";

/** The staff portal's tree of routes, as its build would write it. */
const writeRoutes = async (root: string): Promise<void> => {
  const portal = `${root}/apps/staff-portal`;
  const config = getConfig({ target: "react", autoCodeSplitting: true, disableLogging: true }, portal);
  await new Generator({ config, root: portal }).run();
};

const run = async (tells: string, [program = "", ...args]: readonly string[], cwd: string): Promise<void> => {
  console.info(tells);
  const code = await runCommand(program, args, { cwd });
  if (code !== 0) throw new Error(`${tells} failed: look at the lines above.`);
};

/**
 * Writes what follows from the files and never is written by hand: format, migration, routes. Throws naming the step that
 * failed.
 */
export const finishModule = async (root: string, { name, written, edited }: Generated): Promise<void> => {
  await run("Formatting", [`${root}/node_modules/.bin/oxfmt`, ...written, ...edited], root);
  const kit = `${root}/packages/db/node_modules/.bin/drizzle-kit`;
  await run("Writing the migration", [kit, "generate", "--name", `adds_${name.snake}`], `${root}/packages/db`);
  console.info("Writing the tree of routes");
  await writeRoutes(root);
};

/** The proofs whose result stands in files: who may do what, who reads which row, which procedures there are. */
const units = ["authz/policy"];
const onDatabase = ["authz/matrix", "authz/endpoints/coverage", "authz/access"];

/**
 * Runs the proofs over all modules and writes their pages anew. Throws where one does not hold: a page may change, what is
 * true of every module may not.
 */
export const writeProofs = async (root: string, skipped: readonly string[] = []): Promise<void> => {
  const vitest = [`${root}/tests/node_modules/.bin/vitest`, "run", "--update=all"];
  await run("Writing who may do what", [...vitest, ...units], `${root}/tests`);
  const asked = onDatabase.filter((folder) => !skipped.includes(folder));
  const config = ["--config", "vitest.db.config.ts"];
  await run("Asking PostgreSQL who reads what (a minute)", [...vitest, ...config, ...asked], `${root}/tests`);
};
