import { chmod, chown, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { manifestName, passwordName, type Manifest } from "./backup.ts";
import { startCluster, type Cluster } from "./cluster.ts";
import { copyHashed } from "./hashed-copy.ts";
import { findPlace, type Place } from "./place.ts";

export type RestoreOptions = {
  /** The backup's folder. */
  readonly from: string;
  /** The cluster's new folder; it must hold no data. */
  readonly to: string;
  /** The archive with the changes made since; without it the state is the one at the end of the backup. */
  readonly walArchive?: string;
  readonly durable: boolean;
  readonly onProgress: (line: string) => void;
};

const isManifest = (value: unknown): value is Manifest =>
  typeof value === "object" && value !== null && "format" in value && value.format === 1 && "files" in value;

const readManifest = async (from: string): Promise<Manifest> => {
  const text = await readFile(join(from, manifestName), "utf8").catch(() => "null");
  const value: unknown = JSON.parse(text);
  if (isManifest(value)) return value;
  throw new Error(`${from} holds no whole backup: ${manifestName} is missing.`);
};

const copyChecked = async (from: string, to: string, hash: string): Promise<void> => {
  const found = await copyHashed(from, to).catch(() => null);
  if (found === hash) return;
  throw new Error(`The backup is damaged: ${from} is ${found === null ? "missing" : "not what was backed up"}.`);
};

/** Folders the server wants to find, though they are empty in a backup. */
const makeFolders = async (from: string, to: string): Promise<void> => {
  for (const entry of await readdir(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    await mkdir(join(to, join(entry.parentPath, entry.name).slice(from.length)), { recursive: true, mode: 0o700 });
  }
  await mkdir(join(to, "pg_wal/archive_status"), { recursive: true, mode: 0o700 });
};

const giveTo = async ({ dataDirectory, account }: Place): Promise<void> => {
  if (account === undefined) return;
  for (const entry of await readdir(dataDirectory, { recursive: true, withFileTypes: true })) {
    await chown(join(entry.parentPath, entry.name), account.uid, account.gid);
  }
  await chown(dataDirectory, account.uid, account.gid);
};

const fillPlace = async (place: Place, { from, walArchive }: RestoreOptions): Promise<void> => {
  const { files } = await readManifest(from);
  await makeFolders(join(from, "data"), place.dataDirectory);
  for (const [name, hash] of Object.entries(files)) {
    if (!name.startsWith("data/") || name.split("/").includes("..")) throw new Error(`No file of a cluster: ${name}`);
    await copyChecked(join(from, name), join(place.directory, name), hash);
  }
  // Says that what the archive holds is to be taken in as well, to its end.
  if (walArchive !== undefined) await writeFile(join(place.dataDirectory, "recovery.signal"), "", { mode: 0o600 });
  await chmod(place.dataDirectory, 0o700);
  await giveTo(place);
  // Last, as at initialization: without it the next start would make the cluster anew.
  await writeFile(join(place.directory, passwordName), await readFile(join(from, passwordName)), { mode: 0o600 });
};

/** Makes a cluster from a backup in a new folder, brings it to the latest moment that was kept, and leaves it running. */
export const restoreCluster = async (options: RestoreOptions): Promise<Cluster> => {
  const { to, walArchive, durable, onProgress } = options;
  const place = await findPlace(to, onProgress);
  if ((await readdir(place.dataDirectory)).length > 0) {
    throw new Error(`${place.dataDirectory} holds data already; name a new folder.`);
  }
  try {
    await fillPlace(place, options);
  } catch (err) {
    await rm(place.dataDirectory, { recursive: true, force: true });
    throw err;
  }
  onProgress("Taking in the changes made since the backup");
  return startCluster({
    directory: to,
    durable,
    onProgress,
    ...(walArchive === undefined ? {} : { recoverFrom: walArchive }),
  });
};
