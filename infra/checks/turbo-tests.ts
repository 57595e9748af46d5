import { existsSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { installed, runCommand } from "../instance/command.ts";
import { repository } from "../instance/paths.ts";
import { add, countVitest, failure, nothing, readReport, type Outcome } from "./outcome.ts";

const packageFolders = async (): Promise<string[]> => {
  const inside = ["apps", "packages"].map(async (folder) =>
    (await readdir(`${repository}/${folder}`)).map((name) => `${repository}/${folder}/${name}`),
  );
  return [`${repository}/infra`, `${repository}/tests`, ...(await Promise.all(inside)).flat()];
};

/**
 * Runs a task in every package, going on after a failure; answers whether all succeeded. `concurrency` is a number of
 * tasks at once, or a share of the processors.
 */
const runTask = async (task: string, concurrency = "100%"): Promise<boolean> => {
  const options = ["--continue", `--concurrency=${concurrency}`, "--output-logs=errors-only"];
  return (await runCommand(installed("turbo"), ["run", task, ...options])) === 0;
};

/** Runs the tests of every package and counts them by the reports they leave. */
export const runTests = async (task: string, report: string, concurrency?: string): Promise<Outcome> => {
  const reports = (await packageFolders()).map((folder) => `${folder}/test-results/${report}`);
  for (const path of reports) await rm(path, { force: true });
  const isGreen = await runTask(task, concurrency);
  let outcome = nothing;
  for (const path of reports.filter((each) => existsSync(each)))
    outcome = add(outcome, countVitest(await readReport(path)));
  return isGreen || outcome.failed > 0 ? outcome : add(outcome, failure(`turbo run ${task} failed`));
};
