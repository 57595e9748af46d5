import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { programIn } from "./binaries.ts";
import type { Place } from "./place.ts";

const execute = promisify(execFile);

const initdb = async (place: Place, password: string, durable: boolean): Promise<void> => {
  const passwordFile = join(place.directory, "initdb-password");
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.account) await chown(passwordFile, place.account.uid, place.account.gid);
  const options = [
    `--pgdata=${place.dataDirectory}`,
    "--username=postgres",
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--lc-messages=C",
    "--data-checksums",
    ...(durable ? [] : ["--no-sync"]),
  ];
  try {
    await execute(programIn(place.binaries, "initdb"), options, { ...place.account, cwd: place.directory });
  } finally {
    await rm(passwordFile, { force: true });
  }
};

/**
 * Makes the cluster if it is not there, and answers the superuser's password, which lies beside the data for this
 * program's user only. The password is written last: without it, what an interrupted run began is made anew.
 */
export const ensureInitialized = async (
  place: Place,
  { durable, onProgress }: { readonly durable: boolean; readonly onProgress: (line: string) => void },
): Promise<string> => {
  const passwordFile = join(place.directory, "superuser-password");
  const known = await readFile(passwordFile, "utf8").catch((err: unknown) => {
    if (err instanceof Error && "code" in err && err.code === "ENOENT") return undefined;
    throw new Error(`The database's data in ${place.directory} belong to another user; run this as that user.`, {
      cause: err,
    });
  });
  if (known !== undefined) return known.trim();
  onProgress("Making a new PostgreSQL cluster");
  for (const name of await readdir(place.dataDirectory)) {
    await rm(join(place.dataDirectory, name), { recursive: true, force: true });
  }
  const password = randomBytes(24).toString("hex");
  await initdb(place, password, durable);
  await writeFile(passwordFile, password, { mode: 0o600 });
  return password;
};
