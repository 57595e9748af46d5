import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import postgres from "postgres";
import { copyHashed } from "./hashed-copy.ts";
import { possiblePlaces } from "./place.ts";
import { readPidFile } from "./postmaster.ts";
import { isAlive } from "./process.ts";

/** What a backup says of itself; `files` are SHA-256, by path. */
export type Manifest = {
  readonly format: 1;
  readonly takenAt: string;
  readonly startWal: string;
  readonly stopWal: string;
  readonly files: Readonly<Record<string, string>>;
};

export const manifestName = "backup.json";
/** Beside the data, as in a cluster's own folder. */
export const passwordName = "superuser-password";

/** A server that runs, as an administrator reaches it. */
export type ServerAccess = { readonly dataDirectory: string; readonly superuserUrl: string };

/** The server that runs on the cluster of `directory`, if one does. */
export const findServer = async (directory: string): Promise<ServerAccess | undefined> => {
  for (const place of possiblePlaces(directory)) {
    const dataDirectory = join(place, "data");
    const state = await readPidFile(dataDirectory);
    if (state?.isReady !== true || !(await isAlive(state.pid))) continue;
    const password = (await readFile(join(place, passwordName), "utf8")).trim();
    return { dataDirectory, superuserUrl: `postgres://postgres:${password}@127.0.0.1:${state.port}/postgres` };
  }
  return undefined;
};

// As the manual says of base backups: what belongs to the running server only, or is made anew at its start.
const leftOut = /^(?:postmaster\.(?:pid|opts)|backup_label\.old|.*\/?pg_internal\.init|.*\/?pgsql_tmp[^/]*)$/u;
const emptied = new Set([
  "pg_wal",
  "pg_replslot",
  "pg_dynshmem",
  "pg_notify",
  "pg_serial",
  "pg_snapshots",
  "pg_stat_tmp",
  "pg_subtrans",
]);

const isGone = (err: unknown): boolean => err instanceof Error && "code" in err && err.code === "ENOENT";

/** Copies one file; null where the server has taken it away meanwhile, which recovery expects. */
const copyFile = async (from: string, to: string): Promise<string | null> => {
  try {
    return await copyHashed(from, to);
  } catch (err) {
    if (isGone(err)) return null;
    throw err;
  }
};

const copyData = async (dataDirectory: string, to: string): Promise<Record<string, string>> => {
  const files: Record<string, string> = {};
  const copyFolder = async (folder: string): Promise<void> => {
    const name = relative(dataDirectory, folder);
    await mkdir(join(to, "data", name), { recursive: true, mode: 0o700 });
    if (emptied.has(name)) return;
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      const inside = relative(dataDirectory, path);
      if (leftOut.test(inside)) continue;
      if (entry.isDirectory()) await copyFolder(path);
      else if (entry.isFile()) {
        const hash = await copyFile(path, join(to, "data", inside));
        if (hash !== null) files[join("data", inside)] = hash;
      }
    }
  };
  await copyFolder(dataDirectory);
  return files;
};

/** The pieces of the log of changes from the backup's beginning to its end: with them it can be restored by itself. */
const copyWal = async (server: ServerAccess, to: string, [first, last]: readonly [string, string]) => {
  const folder = join(server.dataDirectory, "pg_wal");
  const files: Record<string, string> = {};
  for (const name of await readdir(folder)) {
    const isPiece = /^[0-9A-F]{24}$/u.test(name) && name >= first && name <= last;
    if (!isPiece && !name.endsWith(".history")) continue;
    const hash = await copyFile(join(folder, name), join(to, "data/pg_wal", name));
    if (hash !== null) files[join("data/pg_wal", name)] = hash;
  }
  return files;
};

const ensureEmpty = async (folder: string): Promise<void> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty; name a new folder.`);
};

const takeFiles = async (server: ServerAccess, to: string, sql: postgres.Sql): Promise<Manifest> => {
  // Keeps the pieces of the log this backup needs; it ends with this session.
  await sql`select pg_create_physical_replication_slot(${`tsunagari_backup_${process.pid}`}, true, true)`;
  const [started] = await sql<{ wal: string; at: Date }[]>`
    select pg_walfile_name(pg_backup_start('tsunagari', true)) as wal, clock_timestamp() as at`;
  const files = await copyData(server.dataDirectory, to);
  const [stopped] = await sql<{ wal: string; label: string }[]>`
    select pg_walfile_name(lsn) as wal, labelfile as label from pg_backup_stop(true)`;
  if (!started || !stopped) throw new Error("PostgreSQL did not say where the backup begins and ends.");
  await writeFile(join(to, "data/backup_label"), stopped.label, { mode: 0o600 });
  files["data/backup_label"] = createHash("sha256").update(stopped.label).digest("hex");
  Object.assign(files, await copyWal(server, to, [started.wal, stopped.wal]));
  return { format: 1, takenAt: started.at.toISOString(), startWal: started.wal, stopWal: stopped.wal, files };
};

/**
 * Copies a running cluster into the new folder `to`, in PostgreSQL's backup mode: the program goes on meanwhile. The keys
 * are not in it, and must not be: who finds the backup shall not read it.
 */
export const backUpCluster = async (server: ServerAccess, to: string): Promise<Manifest> => {
  await ensureEmpty(to);
  const sql = postgres(server.superuserUrl, { max: 1, onnotice: () => undefined });
  try {
    const manifest = await takeFiles(server, to, sql);
    const password = decodeURIComponent(new URL(server.superuserUrl).password);
    await writeFile(join(to, passwordName), password, { mode: 0o600 });
    // Written last: without it the folder is no backup.
    await writeFile(join(to, manifestName), `${JSON.stringify(manifest)}\n`, { mode: 0o600 });
    return manifest;
  } finally {
    await sql.end();
  }
};
