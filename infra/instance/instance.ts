import { chmod, mkdir } from "node:fs/promises";
import { createKeyFile } from "@tsunagari/services/kernel";
import { startApi, type RunningApi } from "./api.ts";
import { buildApps } from "./build.ts";
import { startDatabase } from "./database.ts";
import { removeRunFile, writeRunFile } from "./run-file.ts";
import { seedDemo, type SignIns } from "./sign-ins.ts";

export type InstanceOptions = {
  readonly directory: string;
  readonly port: number;
  /** False only for tests. */
  readonly durable: boolean;
  readonly onProgress: (line: string) => void;
  readonly signal: AbortSignal;
};

export type Instance = {
  readonly baseUrl: string;
  readonly signIns: SignIns;
  readonly restartApi: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The database's address and the key file, as every program of ours wants them. */
export const programEnv = (directory: string, databaseUrl: string): NodeJS.ProcessEnv => ({
  ...process.env,
  DATABASE_URL: databaseUrl,
  KEY_FILE: `${directory}/keys.json`,
});

/** Makes the folder and, where there are none yet, the keys. */
export const prepareDirectory = async (directory: string): Promise<void> => {
  await mkdir(directory, { recursive: true });
  // The user postgres must pass through; each file with a secret in it has rights of its own.
  await chmod(directory, 0o755);
  await createKeyFile(`${directory}/keys.json`);
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
    onProgress,
    env: () => ({
      ...programEnv(directory, databaseUrl()),
      NODE_ENV: "production",
      PORT: String(port),
      ROLES: "staff,partner,public,worker",
      SERVE_DEMO: "1",
    }),
    onStart: (api) => writeRunFile(directory, { supervisor: process.pid, api, baseUrl, databaseUrl: databaseUrl() }),
  });
};

/** Database, keys, schema, demo data, build and program: the whole system, each step told through `onProgress`. */
export const startInstance = async (options: InstanceOptions): Promise<Instance> => {
  const { directory, onProgress, signal } = options;
  const closers = newClosers();
  try {
    await prepareDirectory(directory);
    onProgress("Starting the database");
    const running: { api?: RunningApi } = {};
    const database = await startDatabase({ ...options, onMoved: async () => running.api?.restart() });
    closers.add(database.stop);
    signal.throwIfAborted();
    const signIns = await seedDemo({ ...options, env: programEnv(directory, database.url()) });
    await buildApps(onProgress, signal);
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
