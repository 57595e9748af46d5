import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmod, chown, cp, mkdir, rename, rm, stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { accountFor, type Account } from "./account.ts";
import { installedBinaries, programIn } from "./binaries.ts";

const execute = promisify(execFile);
/** Any user may pass through it, and only root writes in it, so nobody can put another program in place of PostgreSQL's. */
const rootsPlace = "/var/lib/tsunagari";

/** Where a cluster lives, with the programs and the user that run it. */
export type Place = {
  readonly directory: string;
  readonly dataDirectory: string;
  readonly binaries: string;
  readonly account: Account | undefined;
};

const succeeds = async (program: string, args: readonly string[], account: Account): Promise<boolean> => {
  try {
    await execute(program, args, { ...account, cwd: "/" });
    return true;
  } catch {
    return false;
  }
};

const mayRun = (binaries: string, account: Account): Promise<boolean> =>
  succeeds(programIn(binaries, "postgres"), ["--version"], account);

/** Whether this user can write in `directory`. */
export const mayWrite = (directory: string, account: Account): Promise<boolean> =>
  succeeds("/bin/sh", ["-c", 'f="$1/.reach.$$" && : > "$f" && rm "$f"', "sh", directory], account);

/** Others may pass through `directory`; what lies in it has rights of its own, and the data are for `account` alone. */
const prepare = async (directory: string, account: Account | undefined): Promise<void> => {
  await mkdir(join(directory, "data"), { recursive: true });
  await chmod(join(directory, "data"), 0o700);
  if (account === undefined) return;
  await chmod(directory, 0o755);
  await chown(join(directory, "data"), account.uid, account.gid);
};

/** The place a directory is given when the user postgres cannot reach it; the same one each time. */
const elsewhere = (directory: string): string => {
  const hash = createHash("sha256").update(directory).digest("hex").slice(0, 12);
  return join(rootsPlace, `${basename(directory)}-${hash}`);
};

const copyOfBinaries = async (installed: string, account: Account): Promise<string> => {
  // The store's folder tells the version: a new release of PostgreSQL gets a new copy.
  const hash = createHash("sha256").update(installed).digest("hex").slice(0, 12);
  const copy = join(rootsPlace, `postgresql-${hash}`);
  const found = await stat(copy).catch(() => undefined);
  if (found?.uid === 0 && (await mayRun(copy, account))) return copy;
  const fresh = `${copy}.${randomBytes(4).toString("hex")}`;
  await mkdir(rootsPlace, { recursive: true, mode: 0o755 });
  await cp(installed, fresh, { recursive: true, verbatimSymlinks: true });
  await chmod(fresh, 0o755);
  await rm(copy, { recursive: true, force: true });
  await rename(fresh, copy).catch(() => rm(fresh, { recursive: true, force: true }));
  return copy;
};

const placeAt = (directory: string, binaries: string, account: Account | undefined): Place => ({
  directory,
  dataDirectory: join(directory, "data"),
  binaries,
  account,
});

/** All the folders a cluster of `directory` may lie in. */
export const possiblePlaces = (directory: string): string[] => [directory, elsewhere(directory)];

/**
 * Finds where the cluster of `directory` can live. Run as root, PostgreSQL is another user, who may be unable to enter
 * the repository (below /root, say): that is tried out, and what cannot be reached is put where it can be, with a line.
 */
export const findPlace = async (directory: string, onProgress: (line: string) => void): Promise<Place> => {
  const installed = installedBinaries();
  const account = await accountFor(join(directory, "data"), onProgress);
  await prepare(directory, account);
  if (account === undefined) return placeAt(directory, installed, undefined);
  const binaries = (await mayRun(installed, account)) ? installed : await copyOfBinaries(installed, account);
  let reachable = directory;
  if (!(await mayWrite(join(directory, "data"), account))) {
    reachable = elsewhere(directory);
    await mkdir(rootsPlace, { recursive: true, mode: 0o755 });
    await prepare(reachable, account);
  }
  const moved = [
    ...(reachable === directory ? [] : [`the data are in ${reachable}`]),
    ...(binaries === installed ? [] : [`a copy of PostgreSQL is in ${binaries}`]),
  ];
  if (moved.length > 0) onProgress(`The user postgres cannot reach the repository, so ${moved.join(" and ")}`);
  return placeAt(reachable, binaries, account);
};
