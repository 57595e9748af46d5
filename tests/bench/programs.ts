import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@tsunagari/db/embedded";
import { createKeyFile } from "@tsunagari/services/kernel";
import type { World } from "./world/world.ts";

export type Program = {
  readonly name: "ours" | "raw";
  readonly pid: number;
  readonly port: number;
  readonly origin: string;
  /** From the start of the process to its first answer that came from the database. */
  readonly firstAnswerMs: number;
  /** Resident memory now, in MB. */
  readonly memory: () => Promise<number>;
  readonly stop: () => Promise<void>;
};

const repository = fileURLToPath(new URL("../..", import.meta.url));

const memoryOf = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${String(pid)}/status`, "utf8").catch(() => "");
  return Math.round(Number(/VmRSS:\s+(?<kb>\d+)/u.exec(status)?.groups?.["kb"] ?? 0) / 1024);
};

const stopped = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, "exit");
  child.kill("SIGTERM");
  await exit;
};

type Started = { readonly name: Program["name"]; readonly file: string; readonly env: NodeJS.ProcessEnv };

const start = async (started: Started, world: World, firstPath: string): Promise<Program> => {
  const port = await freePort();
  const origin = `http://127.0.0.1:${String(port)}`;
  const log = openSync(`${world.directory}/${started.name}.log`, "w");
  const began = performance.now();
  const child = spawn(process.execPath, [started.file], {
    cwd: repository,
    env: { ...process.env, ...started.env, PORT: String(port) },
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  const stop = () => stopped(child);
  const deadline = began + 60_000;
  for (;;) {
    const response = await fetch(origin + firstPath).catch(() => null);
    const status = response?.status;
    await response?.body?.cancel();
    if (status === 200) break;
    if (performance.now() > deadline || child.exitCode !== null) {
      await stop();
      throw new Error(`${started.name} did not start: see ${world.directory}/${started.name}.log (${String(status)})`);
    }
    await sleep(5);
  }
  return {
    name: started.name,
    pid: child.pid ?? 0,
    port,
    origin,
    firstAnswerMs: performance.now() - began,
    memory: () => memoryOf(child.pid ?? 0),
    stop,
  };
};

/** The program as it is served, all its roles but the clock's, on the world. */
export const startOurs = async (world: World, firstPath: string): Promise<Program> => {
  const keys = `${world.directory}/keys.json`;
  await createKeyFile(keys);
  return start(
    {
      name: "ours",
      file: `${repository}/apps/api/src/main.ts`,
      env: {
        NODE_ENV: "production",
        DATABASE_URL: world.loginUrl,
        KEY_FILE: keys,
        ROLES: "staff,partner,public",
        HOST: "127.0.0.1",
        // One address asks for everybody here.
        PUBLIC_RATE_LIMIT: "0",
      },
    },
    world,
    firstPath,
  );
};

/** The raw program, on the same world, as a login no fence stops. */
export const startRaw = (world: World, firstPath: string): Promise<Program> =>
  start(
    { name: "raw", file: `${repository}/tests/bench/raw/main.ts`, env: { DATABASE_URL: world.superuserUrl } },
    world,
    firstPath,
  );
