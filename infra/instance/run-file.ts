import { readFile, rm, writeFile } from "node:fs/promises";
import { commandOf, endProcess, isAlive } from "@tsunagari/db/embedded";
import { z } from "zod";

/** Who runs on this data directory, for later runs to find. */
const RunFile = z.object({
  supervisor: z.int(),
  api: z.int().optional(),
  baseUrl: z.string(),
  databaseUrl: z.string(),
});
export type RunFile = z.infer<typeof RunFile>;

const pathIn = (directory: string): string => `${directory}/run.json`;

const runs = async (pid: number | undefined, what: string): Promise<boolean> =>
  pid !== undefined && (await isAlive(pid)) && (await commandOf(pid)).includes(what);

const read = async (directory: string): Promise<RunFile | undefined> => {
  try {
    return RunFile.parse(JSON.parse(await readFile(pathIn(directory), "utf8")));
  } catch {
    return undefined;
  }
};

/** The run on this data directory, if its supervisor lives. */
export const findRunning = async (directory: string): Promise<RunFile | undefined> => {
  const found = await read(directory);
  return found && (await runs(found.supervisor, "infra/run/")) ? found : undefined;
};

/** Stops the program a killed supervisor left running: it would hold the port. */
export const stopLeftApi = async (directory: string, onProgress: (line: string) => void): Promise<void> => {
  const found = await read(directory);
  if (found?.api === undefined || !(await runs(found.api, "apps/api/src/main.ts"))) return;
  onProgress(`Stopping the program an earlier run left behind (process ${found.api})`);
  await endProcess(found.api, ["SIGTERM", "SIGKILL"], 15);
};

export const writeRunFile = (directory: string, run: RunFile): Promise<void> =>
  // It holds the address of the database with its password.
  writeFile(pathIn(directory), `${JSON.stringify(run)}\n`, { mode: 0o600 });

export const removeRunFile = (directory: string): Promise<void> => rm(pathIn(directory), { force: true });
