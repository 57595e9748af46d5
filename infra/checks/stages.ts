import { installed, runCommand } from "../instance/command.ts";
import { prepareJourneys, runJourneys } from "./journeys.ts";
import { add, failure, nothing, type Outcome } from "./outcome.ts";
import { runTests } from "./turbo-tests.ts";

export type Stage = {
  readonly name: string;
  readonly run: () => Promise<Outcome>;
  /** What can be done while the stage before runs. */
  readonly prepare?: () => void;
};

const say = (text: string): void => console.info(`\n── ${text}`);

/** A check that is no test counts only when it fails. */
const check = async (name: string, isGreen: () => Promise<boolean>): Promise<Outcome> => {
  say(name);
  return (await isGreen()) ? nothing : failure(name);
};

const tool = (name: string, args: readonly string[]) => async (): Promise<boolean> =>
  (await runCommand(installed(name), args)) === 0;

const tests = async (name: string, run: () => Promise<Outcome>): Promise<Outcome> => {
  say(name);
  return run();
};

/** Needs no database and no browser. */
export const verify: Stage = {
  name: "verify",
  run: async () =>
    [
      await check("format", tool("oxfmt", ["--check"])),
      // The linter's type-aware rules read the sources with the compiler; what that finds is told with them.
      await check("lint and types", tool("oxlint", ["--type-aware", "--type-check", "--deny-warnings"])),
      await check("unused files, exports and dependencies", tool("knip", [])),
      await tests("unit tests and architecture", () => runTests("test", "unit.json")),
    ].reduce(add, nothing),
};

/** Two packages at once: each starts a PostgreSQL, and much of what they do is waiting. */
export const verifyDatabase: Stage = {
  name: "verify:db",
  run: () => tests("tests on PostgreSQL", () => runTests("test:db", "database.json", "2")),
};

export const journeys: Stage = {
  name: "e2e",
  prepare: prepareJourneys,
  run: () => tests("journeys in Chromium", runJourneys),
};
