import { execFile } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** What a running server writes into its data directory: its pid first, its state in the eighth line. */
export type PidFile = { readonly pid: number; readonly isReady: boolean };

export const readPidFile = async (dataDirectory: string): Promise<PidFile | undefined> => {
  const text = await readFile(join(dataDirectory, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n");
  const pid = Number.parseInt(lines[0] ?? "", 10);
  return Number.isNaN(pid) ? undefined : { pid, isReady: lines[7]?.trim() === "ready" };
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (err) {
    return err instanceof Error && "code" in err && err.code === "EPERM";
  }
};

const commandOf = async (pid: number): Promise<string> => {
  try {
    if (process.platform === "linux") return (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ");
    return (await execute("ps", ["-p", String(pid), "-o", "command="])).stdout;
  } catch {
    return "";
  }
};

const endsWithin = async (pid: number, seconds: number): Promise<boolean> => {
  const deadline = Date.now() + seconds * 1000;
  while (isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
};

/** Fast shutdown (SIGINT: sessions are ended, data written); at once (SIGQUIT) only if that takes too long. */
export const stopServer = async (pid: number): Promise<void> => {
  for (const signal of ["SIGINT", "SIGQUIT", "SIGKILL"] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    if (await endsWithin(pid, 20)) return;
  }
  throw new Error(`The PostgreSQL server (process ${pid}) does not stop.`);
};

/**
 * A killed run leaves its server running. It is found by the pid file in its data directory, and stopped if that process
 * really is a server on this directory: the pid may have gone to another program since.
 */
export const stopLeftServer = async (dataDirectory: string, onProgress: (line: string) => void): Promise<void> => {
  const left = await readPidFile(dataDirectory);
  if (left === undefined || !isAlive(left.pid)) return;
  const command = await commandOf(left.pid);
  if (command.includes("postgres") && command.includes(dataDirectory)) {
    onProgress(`Stopping the database an earlier run left behind (process ${left.pid})`);
    await stopServer(left.pid);
  } else {
    // PostgreSQL would take the other program for a server of its own and refuse to start.
    await rm(join(dataDirectory, "postmaster.pid"), { force: true });
  }
};
