import { execFile } from "node:child_process";
import { readdir, readFile, readlink } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";

const execute = promisify(execFile);

const isZombie = async (pid: number): Promise<boolean> => {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
};

/** Whether a process of this id does anything still; one that only waits to be buried does not count. */
export const isAlive = async (pid: number): Promise<boolean> => {
  try {
    process.kill(pid, 0);
  } catch (err) {
    return err instanceof Error && "code" in err && err.code === "EPERM";
  }
  return !(await isZombie(pid));
};

/** The command line of a process, or nothing: a pid found in a file may have gone to another program since. */
export const commandOf = async (pid: number): Promise<string> => {
  try {
    if (process.platform === "linux") return (await readFile(`/proc/${pid}/cmdline`, "utf8")).replaceAll("\0", " ");
    return (await execute("ps", ["-p", String(pid), "-o", "command="])).stdout;
  } catch {
    return "";
  }
};

/** The processes that work in a directory, where the system tells (Linux). */
export const processesIn = async (directory: string): Promise<number[]> => {
  if (process.platform !== "linux") return [];
  const pids = (await readdir("/proc")).map(Number).filter((pid) => Number.isInteger(pid));
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => null)));
  return pids.filter((_pid, index) => places[index] === directory);
};

const endsWithin = async (pid: number, seconds: number): Promise<boolean> => {
  const deadline = Date.now() + seconds * 1000;
  while (await isAlive(pid)) {
    if (Date.now() > deadline) return false;
    await sleep(25);
  }
  return true;
};

/** Sends one signal after the other until the process has ended, waiting `seconds` for each. */
export const endProcess = async (pid: number, signals: readonly NodeJS.Signals[], seconds: number): Promise<void> => {
  for (const signal of signals) {
    if (!(await isAlive(pid))) return;
    try {
      process.kill(pid, signal);
    } catch (err) {
      // It ended between the two lines.
      if (!(err instanceof Error && "code" in err && err.code === "ESRCH")) throw err;
    }
    if (await endsWithin(pid, seconds)) return;
  }
  throw new Error(`Process ${pid} does not stop.`);
};
