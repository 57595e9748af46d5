import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { commandOf, endProcess, isAlive } from "./process.ts";

/** What a running server writes into its data directory: its pid first, its state in the eighth line. */
export type PidFile = { readonly pid: number; readonly isReady: boolean };

export const readPidFile = async (dataDirectory: string): Promise<PidFile | undefined> => {
  const text = await readFile(join(dataDirectory, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  return Number.isNaN(pid) ? undefined : { pid, isReady: lines[7]?.trim() === "ready" };
};

/** Fast shutdown (SIGINT: sessions are ended, data written); at once (SIGQUIT) only if that takes too long. */
export const stopServer = (pid: number): Promise<void> => endProcess(pid, ["SIGINT", "SIGQUIT", "SIGKILL"], 20);

/**
 * A killed run leaves its server running. It is found by the pid file in its data directory, and stopped if that process
 * really is a server on this directory: the pid may have gone to another program since.
 */
export const stopLeftServer = async (dataDirectory: string, onProgress: (line: string) => void): Promise<void> => {
  const left = await readPidFile(dataDirectory);
  if (left === undefined || !(await isAlive(left.pid))) return;
  const command = await commandOf(left.pid);
  if (command.includes("postgres") && command.includes(dataDirectory)) {
    onProgress(`Stopping the database an earlier run left behind (process ${left.pid})`);
    await stopServer(left.pid);
  } else {
    // PostgreSQL would take the other program for a server of its own and refuse to start.
    await rm(join(dataDirectory, "postmaster.pid"), { force: true });
  }
};
