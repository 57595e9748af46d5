import { startCluster, type Cluster } from "@tsunagari/db/embedded";
import { ensureDatabase, ensureRoles, markEnvironment } from "@tsunagari/db/migrate";
import { nextDelay, waitUnlessAborted } from "./backoff.ts";
import { readCommand } from "./command.ts";
import { releaseProgram } from "./paths.ts";
import { databasePasswords } from "./secrets.ts";

const name = "tsunagari";

export type DatabaseOptions = {
  readonly directory: string;
  readonly durable: boolean;
  readonly onProgress: (line: string) => void;
  /** Where the server copies its log of changes to, for restoring to the latest moment; nowhere if not given. */
  readonly walArchive?: string | undefined;
  /** Called when the server came back on another port, because its own was taken meanwhile. */
  readonly onMoved: () => Promise<void>;
  readonly longestDelayMs?: number;
};

export type RunningDatabase = {
  /** The address for the program's login; it changes only if the port was lost in a restart. */
  readonly url: () => string;
  readonly stop: () => Promise<void>;
};

const urlAs = (cluster: Cluster, user: "login" | "migrator", password: string): string =>
  `postgres://tsunagari_${user}:${password}@127.0.0.1:${cluster.port}/${name}`;

/** The program alone knows its queue's library, so it prepares tables, fences and queue itself. */
export const bringToRelease = async (migratorUrl: string): Promise<void> => {
  await readCommand(process.execPath, [releaseProgram], {
    env: { ...process.env, MIGRATION_DATABASE_URL: migratorUrl },
  });
};

type State = { cluster: Cluster; readonly stopping: AbortController };

/** Starts the server again, unless it was asked to stop meanwhile. */
const startAgain = async (state: State, start: (port: number) => Promise<Cluster>, options: DatabaseOptions) => {
  const previousPort = state.cluster.port;
  try {
    state.cluster = await start(previousPort);
    if (state.stopping.signal.aborted) return await state.cluster.stop();
    options.onProgress("The database is running again");
    if (state.cluster.port !== previousPort) await options.onMoved();
  } catch (err) {
    options.onProgress(err instanceof Error ? err.message : String(err));
  }
};

/** Restarts the server whenever it ends by itself, until it is asked to stop. */
const keepRunning = async (state: State, start: (port: number) => Promise<Cluster>, options: DatabaseOptions) => {
  let delay = 0;
  while (!state.stopping.signal.aborted) {
    const startedAt = Date.now();
    const log = await state.cluster.ended;
    if (state.stopping.signal.aborted) return;
    delay = nextDelay(delay, Date.now() - startedAt, options.longestDelayMs);
    options.onProgress(`The database ended by itself; starting it again in ${delay / 1000} s. Its log:\n${log}`);
    await waitUnlessAborted(delay, state.stopping.signal);
    if (!state.stopping.signal.aborted) await startAgain(state, start, options);
  }
};

/** The embedded PostgreSQL with roles, database and this release's schema, restarted with backoff when it dies. */
export const startDatabase = async (options: DatabaseOptions): Promise<RunningDatabase> => {
  const { directory, durable, onProgress } = options;
  const start = (preferredPort: number) =>
    startCluster({
      directory: `${directory}/postgresql`,
      durable,
      onProgress,
      preferredPort,
      ...(options.walArchive === undefined ? {} : { walArchive: options.walArchive }),
    });
  const state: State = { cluster: await start(0), stopping: new AbortController() };
  let kept = Promise.resolve();
  const stop = async () => {
    state.stopping.abort();
    await state.cluster.stop();
    await kept;
  };
  try {
    const passwords = await databasePasswords(`${directory}/database.json`);
    const superuserUrl = state.cluster.superuserUrl("postgres");
    await ensureRoles(superuserUrl, passwords);
    await ensureDatabase(superuserUrl, name);
    const migratorUrl = urlAs(state.cluster, "migrator", passwords.migrator);
    await bringToRelease(migratorUrl);
    await markEnvironment(migratorUrl, "demo");
    kept = keepRunning(state, start, options);
    return { url: () => urlAs(state.cluster, "login", passwords.login), stop };
  } catch (err) {
    await stop();
    throw err;
  }
};
