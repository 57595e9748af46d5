import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync, writeSync } from "node:fs";
import { readFile, rename, stat } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { endProcess } from "@tsunagari/db/embedded";
import { nextDelay, waitUnlessAborted } from "./backoff.ts";
import { apiMain, repository } from "./paths.ts";

const largestLogBytes = 20_000_000;
const startMark = "--- started";
const readyWithinMs = 60_000;

export type ApiOptions = {
  readonly env: () => NodeJS.ProcessEnv;
  readonly baseUrl: string;
  readonly logFile: string;
  readonly onProgress: (line: string) => void;
  /** Before a program that keeps dying is started again; half a minute where nothing is said. */
  readonly longestDelayMs?: number | undefined;
  /** Called with the pid of each start, so that a later run can find what a killed one left. */
  readonly onStart: (pid: number) => Promise<void>;
};

export type RunningApi = { readonly restart: () => Promise<void>; readonly stop: () => Promise<void> };

const spawnApi = async ({ env, logFile, onStart }: ApiOptions): Promise<ChildProcess> => {
  const log = openSync(logFile, "a", 0o600);
  writeSync(log, `${startMark} ${new Date().toISOString()}\n`);
  // A group of its own: Ctrl-C must reach the supervisor alone, which lets the program finish its requests.
  const child = spawn(process.execPath, [apiMain], {
    cwd: repository,
    env: env(),
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  await once(child, "spawn");
  if (child.pid !== undefined) await onStart(child.pid);
  return child;
};

/** The end of the log, of the latest start only. */
const lastLines = async (path: string): Promise<string> => {
  const text = await readFile(path, "utf8").catch(() => "");
  return text.slice(text.lastIndexOf(startMark)).trimEnd().split("\n").slice(-12).join("\n");
};

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

const isReady = async (baseUrl: string): Promise<boolean> => {
  try {
    return (await fetch(`${baseUrl}/readyz`, { signal: AbortSignal.timeout(5000) })).status === 200;
  } catch {
    return false;
  }
};

const waitUntilReady = async (child: ChildProcess, options: ApiOptions): Promise<void> => {
  const deadline = Date.now() + readyWithinMs;
  while (!(await isReady(options.baseUrl))) {
    if (hasEnded(child) || Date.now() > deadline) {
      throw new Error(
        `The program did not get ready. The end of ${options.logFile}:\n${await lastLines(options.logFile)}`,
      );
    }
    await sleep(100);
  }
};

const end = async (child: ChildProcess): Promise<void> => {
  if (child.pid !== undefined && !hasEnded(child)) await endProcess(child.pid, ["SIGTERM", "SIGKILL"], 20);
};

type State = { child: ChildProcess; isRestartWanted: boolean; readonly stopping: AbortController };

const waitAfterDeath = async (state: State, options: ApiOptions, delay: number): Promise<void> => {
  const log = await lastLines(options.logFile);
  options.onProgress(
    `The program ended by itself; starting it again in ${delay / 1000} s. The end of ${options.logFile}:\n${log}`,
  );
  await waitUnlessAborted(delay, state.stopping.signal);
};

/** Restarts the program whenever it ends, until it is asked to stop; waits longer each time it ends by itself. */
const keepRunning = async (state: State, options: ApiOptions): Promise<void> => {
  let delay = 0;
  while (!state.stopping.signal.aborted) {
    const startedAt = Date.now();
    if (!hasEnded(state.child)) await once(state.child, "exit");
    if (state.stopping.signal.aborted) return;
    if (!state.isRestartWanted) {
      delay = nextDelay(delay, Date.now() - startedAt, options.longestDelayMs);
      await waitAfterDeath(state, options, delay);
    }
    if (state.stopping.signal.aborted) return;
    state.isRestartWanted = false;
    state.child = await spawnApi(options);
  }
};

const rotate = async (logFile: string): Promise<void> => {
  const found = await stat(logFile).catch(() => undefined);
  if (found && found.size > largestLogBytes) await rename(logFile, `${logFile}.1`);
};

/** Starts the program, waits until it answers, and restarts it with backoff when it dies. */
export const startApi = async (options: ApiOptions): Promise<RunningApi> => {
  await rotate(options.logFile);
  const state: State = { child: await spawnApi(options), isRestartWanted: false, stopping: new AbortController() };
  let kept = Promise.resolve();
  const stop = async () => {
    state.stopping.abort();
    await end(state.child);
    await kept;
    // It may have been started again just before it was asked to stop.
    await end(state.child);
  };
  try {
    await waitUntilReady(state.child, options);
  } catch (err) {
    await stop();
    throw err;
  }
  kept = keepRunning(state, options);
  const restart = async () => {
    state.isRestartWanted = true;
    await end(state.child);
  };
  return { restart, stop };
};
