import { spawn, type ChildProcess } from "node:child_process";
import { chmod, mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { endProcess, freePort, removeCluster } from "@tsunagari/db/embedded";
import { readKeyFile } from "@tsunagari/services/kernel";
import { stopLeftApi } from "../../infra/instance/run-file.ts";
import { z } from "zod";
import { launchEnv } from "@tsunagari/testing";
import { morning } from "../../packages/services/src/identity/test-city.ts";

const program = fileURLToPath(new URL("supervisor.ts", import.meta.url));

const RunFile = z.object({ api: z.int(), baseUrl: z.string(), databaseUrl: z.string() });

const until = async <T>(what: string, look: () => Promise<T | null>): Promise<T> => {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const found = await look().catch(() => null);
    if (found !== null) return found;
    if (Date.now() > deadline) throw new Error(`${what}: not within a minute`);
    await sleep(50);
  }
};

const spawnSupervisor = async (directory: string, port: number) => {
  const child = spawn(process.execPath, [program, directory, String(port)], {
    // The clock stands still, so that what the city's data say of dates stays true on any day.
    env: { ...launchEnv(), HOME: process.env["HOME"], CLOCK: morning },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
  const told: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => told.push(chunk.toString()));
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", () => reject(new Error(`The supervisor ended before it was ready.\n${told.join("")}`)));
  });
  return { child, told };
};

const pidOf = (child: ChildProcess): number => {
  if (child.pid === undefined) throw new Error("the supervisor does not run");
  return child.pid;
};

const readRunFile = async (directory: string) =>
  RunFile.parse(JSON.parse(await readFile(join(directory, "run.json"), "utf8")));

const readPostmaster = (directory: string): Promise<number> =>
  until("the pid of PostgreSQL", async () => {
    const text = await readFile(join(directory, "postgresql", "data", "postmaster.pid"), "utf8");
    const lines = text.split("\n");
    return lines[7]?.trim() === "ready" ? Number(lines[0]) : null;
  });

/** The database as the program and as the superuser reach it, and the program's keys. */
const readPlace = async (directory: string) => {
  const { databaseUrl } = await readRunFile(directory);
  const url = new URL(databaseUrl);
  url.username = "postgres";
  url.password = (await readFile(join(directory, "postgresql", "superuser-password"), "utf8")).trim();
  return {
    loginUrl: databaseUrl,
    superuserUrl: url.href,
    keys: await readKeyFile(join(directory, "keys.json")),
  };
};

const hasEnded = (child: ChildProcess): boolean => child.exitCode !== null || child.signalCode !== null;

/** A running system as `npm start` makes it, with fsync on, and the pids one may kill. */
export const openInstance = async () => {
  const directory = await mkdtemp(join(tmpdir(), "tsunagari-fault-"));
  await chmod(directory, 0o755);
  const port = await freePort();
  const baseUrl = `http://localhost:${port}`;
  let running = await spawnSupervisor(directory, port);
  return {
    baseUrl,
    pids: {
      api: async () => (await readRunFile(directory)).api,
      postmaster: () => readPostmaster(directory),
      supervisor: () => Promise.resolve(pidOf(running.child)),
    },
    place: () => readPlace(directory),
    /** What the supervisor has said since it was started last. */
    told: () => running.told.join(""),
    ready: () => until("the system", async () => ((await fetch(`${baseUrl}/readyz`)).status === 200 ? true : null)),
    startAgain: async (): Promise<void> => {
      running = await spawnSupervisor(directory, port);
    },
    stop: async (): Promise<void> => {
      if (!hasEnded(running.child)) await endProcess(pidOf(running.child), ["SIGTERM", "SIGKILL"], 30);
      await stopLeftApi(directory, () => undefined);
      await removeCluster(join(directory, "postgresql"));
      await rm(directory, { recursive: true, force: true });
    },
  };
};
export type FaultInstance = Awaited<ReturnType<typeof openInstance>>;
