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
 * Writes what follows from the files and never is written by hand: format, migration, routes, the page of the
 * authorization matrix and the list of procedures. Throws naming the step that failed.
 */
export const finishModule = async (root: string, { name, written, edited }: Generated): Promise<void> => {
  const bin = (folder: string, program: string) => `${root}/${folder}/node_modules/.bin/${program}`;
  await run("Formatting", [`${root}/node_modules/.bin/oxfmt`, ...written, ...edited], root);
  const migration = [bin("packages/db", "drizzle-kit"), "generate", "--name", `adds_${name.snake}`];
  await run("Writing the migration", migration, `${root}/packages/db`);
  console.info("Writing the tree of routes");
  await writeRoutes(root);
  const vitest = bin("tests", "vitest");
  await run("Writing the authorization matrix", [vitest, "run", "authz/policy", "--update"], `${root}/tests`);
};
