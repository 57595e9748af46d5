import { chmod, mkdir } from "node:fs/promises";
import { createSigningKeyFile } from "@tsunagari/services/audit";
import { createKeyFile } from "@tsunagari/services/kernel";
import { startApi, type RunningApi } from "./api.ts";
import { buildApps } from "./build.ts";
import { startDatabase, type RunningDatabase } from "./database.ts";
import { openOutside, type OutsideDatabase } from "./outside.ts";
import { dataDirectory } from "./paths.ts";
import { removeRunFile, writeRunFile } from "./run-file.ts";
import { seedDemo, type SignIns } from "./sign-ins.ts";

export type InstanceOptions = {
  readonly directory: string;
  readonly port: number;
  /** False only for tests. */
  readonly durable: boolean;
  /** Neither demo data nor front ends: for tests that bring their own city. */
  readonly isBare?: boolean;
  /** A server of one's own in place of the embedded one. */
  readonly outside?: OutsideDatabase | null;
  /** Where the embedded server copies its log of changes to. */
  readonly walArchive?: string | undefined;
  /** Settings of the program beside those of an instance, for tests: `{ PUBLIC_RATE_LIMIT: "0" }`. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Before a part that keeps dying is started again; half a minute, shorter for tests that kill it many times. */
  readonly longestDelayMs?: number;
  readonly onProgress: (line: string) => void;
  readonly signal: AbortSignal;
};

export type Instance = {
  readonly baseUrl: string;
  readonly signIns: SignIns;
  readonly restartApi: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The switch that `npm run maintenance` turns. */
export const maintenanceFile = (directory: string): string => `${directory}/maintenance`;

/** The database's address and the key file, as every program of ours wants them. */
export const programEnv = (directory: string, databaseUrl: string): NodeJS.ProcessEnv => ({
  ...process.env,
  DATABASE_URL: databaseUrl,
  KEY_FILE: `${directory}/keys.json`,
  MAINTENANCE_FILE: maintenanceFile(directory),
});

/** The settings of the program on this instance's database; an outside one has its own keys and roles. */
const envOf = ({ directory, outside }: InstanceOptions, databaseUrl: string): NodeJS.ProcessEnv => ({
  ...programEnv(directory, databaseUrl),
  ROLES: "staff,partner,public,worker",
  ...(outside
    ? {
        KEY_FILE: outside.keyFile,
        MAINTENANCE_FILE: process.env["MAINTENANCE_FILE"] ?? maintenanceFile(dataDirectory),
      }
    : {}),
  ...(outside && process.env["ROLES"] ? { ROLES: process.env["ROLES"] } : {}),
});

/** Makes the folder and, where there are none yet, the keys. */
export const prepareDirectory = async (directory: string): Promise<void> => {
  await mkdir(directory, { recursive: true });
  // The user postgres must pass through; each file with a secret in it has rights of its own.
  await chmod(directory, 0o755);
  await createKeyFile(`${directory}/keys.json`);
  await createSigningKeyFile(`${directory}/audit-keys.json`);
};

/** What was started is stopped in the opposite order. */
const newClosers = () => {
  const closers: (() => Promise<void>)[] = [];
  const closeAll = async () => {
    for (let close = closers.pop(); close; close = closers.pop()) await close();
  };
  return { add: (close: () => Promise<void>) => closers.push(close), closeAll };
};

const startProgram = (options: InstanceOptions, databaseUrl: () => string): Promise<RunningApi> => {
  const { directory, port, onProgress } = options;
  const baseUrl = `http://localhost:${port}`;
  return startApi({
    baseUrl,
    logFile: `${directory}/api.log`,
    longestDelayMs: options.longestDelayMs,
    onProgress,
    env: () => ({
      ...envOf(options, databaseUrl()),
      NODE_ENV: "production",
      PORT: String(port),
      ...options.settings,
    }),
    onStart: (api) => writeRunFile(directory, { supervisor: process.pid, api, baseUrl, databaseUrl: databaseUrl() }),
  });
};

/** The demo's data and the front ends, unless a test brings its own. */
const fill = async (options: InstanceOptions, databaseUrl: string): Promise<SignIns> => {
  if (options.isBare === true) return [];
  const isDemo = !options.outside || options.outside.demo;
  const seeding = isDemo ? seedDemo({ ...options, env: envOf(options, databaseUrl) }) : Promise.resolve([]);
  // The seeding goes on one processor; both are awaited to their ends, so that nothing runs on after a failure.
  const [seeded, built] = await Promise.allSettled([seeding, buildApps(options.onProgress, options.signal)]);
  if (built.status === "rejected") throw built.reason;
  if (seeded.status === "rejected") throw seeded.reason;
  return seeded.value;
};

const openDatabase = (options: InstanceOptions, onMoved: () => Promise<void>): Promise<RunningDatabase> => {
  if (options.outside) return openOutside(options.outside, options.onProgress);
  options.onProgress("Starting the database");
  return startDatabase({ ...options, onMoved });
};

/** Database, keys, schema, demo data, build and program: the whole system, each step told through `onProgress`. */
export const startInstance = async (options: InstanceOptions): Promise<Instance> => {
  const { directory, onProgress, signal } = options;
  const closers = newClosers();
  try {
    await (options.outside ? mkdir(directory, { recursive: true }) : prepareDirectory(directory));
    const running: { api?: RunningApi } = {};
    const database = await openDatabase(options, async () => running.api?.restart());
    closers.add(database.stop);
    signal.throwIfAborted();
    const signIns = await fill(options, database.url());
    signal.throwIfAborted();
    onProgress("Starting the program");
    closers.add(() => removeRunFile(directory));
    const api = await startProgram(options, database.url);
    running.api = api;
    closers.add(api.stop);
    return { baseUrl: `http://localhost:${options.port}`, signIns, restartApi: api.restart, stop: closers.closeAll };
  } catch (err) {
    await closers.closeAll();
    throw err;
  }
};
