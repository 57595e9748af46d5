import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { commandOf, endProcess, isAlive, processesIn } from "./process.ts";

/** What a running server writes into its data directory: its pid first, its port in the fourth line, its state in the eighth. */
export type PidFile = { readonly pid: number; readonly port: number; readonly isReady: boolean };

export const readPidFile = async (dataDirectory: string): Promise<PidFile | undefined> => {
  const text = await readFile(join(dataDirectory, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  return Number.isNaN(pid)
    ? undefined
    : { pid, port: Number.parseInt(lines[3] ?? "", 10), isReady: lines[7]?.trim() === "ready" };
};

/** Fast shutdown (SIGINT: sessions are ended, data written); at once (SIGQUIT) only if that takes too long. */
export const stopServer = (pid: number): Promise<void> => endProcess(pid, ["SIGINT", "SIGQUIT", "SIGKILL"], 20);

const removePidFile = (dataDirectory: string): Promise<void> =>
  rm(join(dataDirectory, "postmaster.pid"), { force: true });

/**
 * Clears up after a server that was killed. Its own processes end when they notice, and a new server refuses to start
 * beside them; nor does it start while nobody has buried the dead one, whose id still counts as taken. Only when none of
 * them works on the data any more is the pid file, which guards against just that, in the way.
 */
const clearAfterKilled = async (dataDirectory: string): Promise<void> => {
  for (const pid of await processesIn(dataDirectory)) await endProcess(pid, ["SIGQUIT", "SIGKILL"], 5);
  await removePidFile(dataDirectory);
};

/**
 * A killed run leaves its server running. It is found by the pid file in its data directory, and stopped if that process
 * really is a server on this directory: the pid may have gone to another program since.
 */
export const stopLeftServer = async (dataDirectory: string, onProgress: (line: string) => void): Promise<void> => {
  const left = await readPidFile(dataDirectory);
  if (left === undefined) return;
  if (!(await isAlive(left.pid))) return clearAfterKilled(dataDirectory);
  const command = await commandOf(left.pid);
  if (command.includes("postgres") && command.includes(dataDirectory)) {
    onProgress(`Stopping the database an earlier run left behind (process ${left.pid})`);
    await stopServer(left.pid);
  } else {
    // PostgreSQL would take the other program for a server of its own and refuse to start.
    await clearAfterKilled(dataDirectory);
  }
};
