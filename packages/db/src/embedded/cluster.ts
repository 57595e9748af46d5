import { spawn, type ChildProcess } from "node:child_process";
import { rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { programIn } from "./binaries.ts";
import { ensureInitialized } from "./initialize.ts";
import { findPlace, possiblePlaces, type Place } from "./place.ts";
import { freePort } from "./port.ts";
import { readPidFile, stopLeftServer, stopServer } from "./postmaster.ts";
import { prepareWalArchive, walSettings } from "./wal.ts";

export type ClusterOptions = {
  /** The cluster's own folder; it is made where there is none. */
  readonly directory: string;
  /** False only for tests: a crash of the machine may then lose everything. */
  readonly durable: boolean;
  readonly onProgress: (line: string) => void;
  /** Taken if it is free; otherwise the system chooses. */
  readonly preferredPort?: number;
  /** Where finished pieces of the log of changes (WAL) are copied to, for restoring to the latest moment. */
  readonly walArchive?: string;
  /** Where a restored cluster takes the log of changes from that its backup does not hold. */
  readonly recoverFrom?: string;
};

export type Cluster = {
  readonly port: number;
  readonly superuserUrl: (database: string) => string;
  /** Resolves with the last lines of the log when the server has ended, whoever ended it. */
  readonly ended: Promise<string>;
  readonly stop: () => Promise<void>;
  /** Deletes the data; the server must be stopped. */
  readonly remove: () => Promise<void>;
};

const keptLines = 40;

const asOptions = (values: Readonly<Record<string, string>>): string[] =>
  Object.entries(values).flatMap(([name, value]) => ["-c", `${name}=${value}`]);

const settings = (durable: boolean): string[] => {
  const durability = durable
    ? { fsync: "on" }
    : { fsync: "off", synchronous_commit: "off", full_page_writes: "off", autovacuum: "off" };
  const all = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    timezone: "UTC",
    log_timezone: "UTC",
    lc_messages: "C",
    // With the default of 4 the planner reads whole tables where the search has an index.
    random_page_cost: "1.1",
    max_connections: "200",
    ...durability,
  };
  return asOptions(all);
};

type Log = { readonly add: (text: string) => void; readonly lastLines: () => string };

const newLog = (): Log => {
  let text = "";
  return {
    add: (more) => {
      text = (text + more).split("\n").slice(-keptLines).join("\n");
    },
    lastLines: () => text.trim(),
  };
};

const spawnServer = (place: Place, port: number, options: ClusterOptions): ChildProcess => {
  const values = [...settings(options.durable), ...asOptions(walSettings(options))];
  return spawn(programIn(place.binaries, "postgres"), ["-D", place.dataDirectory, "-p", String(port), ...values], {
    ...place.account,
    cwd: place.dataDirectory,
    // A group of its own: Ctrl-C in the terminal must reach the program first, which then stops the server in order.
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
  });
};

const waitUntilReady = async (server: ChildProcess, place: Place, log: Log): Promise<void> => {
  const deadline = Date.now() + 120_000;
  while (Date.now() < deadline) {
    if (server.exitCode !== null || server.signalCode !== null) break;
    const state = await readPidFile(place.dataDirectory);
    if (state?.pid === server.pid && state?.isReady) return;
    await sleep(15);
  }
  server.kill("SIGQUIT");
  throw new Error(`PostgreSQL did not start. Its log:\n${log.lastLines()}`);
};

/** Starts the embedded PostgreSQL on a free port of 127.0.0.1; makes the cluster first where there is none. */
export const startCluster = async (options: ClusterOptions): Promise<Cluster> => {
  const { directory, durable, onProgress } = options;
  const place = await findPlace(directory, onProgress);
  if (options.walArchive !== undefined) await prepareWalArchive(options.walArchive, place);
  await stopLeftServer(place.dataDirectory, onProgress);
  const password = await ensureInitialized(place, { durable, onProgress });
  const port = await freePort(options.preferredPort);
  const log = newLog();
  const server = spawnServer(place, port, options);
  server.stderr?.on("data", (chunk: Buffer) => log.add(chunk.toString("utf8")));
  const ended = new Promise<string>((resolve) => {
    server.on("error", (err) => {
      log.add(String(err));
      resolve(log.lastLines());
    });
    server.on("exit", () => resolve(log.lastLines()));
  });
  await waitUntilReady(server, place, log);
  return {
    port,
    superuserUrl: (database) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    ended,
    stop: async () => {
      if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
      await stopServer(server.pid);
      await ended;
    },
    remove: () => rm(place.directory, { recursive: true, force: true }),
  };
};

/** Stops the cluster of `directory` if a killed run left it running, and deletes it with all its data. */
export const removeCluster = async (
  directory: string,
  onProgress: (line: string) => void = () => undefined,
): Promise<void> => {
  for (const place of possiblePlaces(directory)) {
    await stopLeftServer(`${place}/data`, onProgress);
    await rm(place, { recursive: true, force: true });
  }
};
