import { chmod, chown, mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { mayWrite, type Place } from "./place.ts";

/** Changes are kept at the latest after this long, even where few are made (RPO ≤ 5 minutes). */
const archiveTimeoutSeconds = "300";

/** The folder stands in a command of PostgreSQL's shell, where only plain names are safe. */
const plainFolder = (folder: string): string => {
  const path = resolve(folder);
  if (!/^[\w./-]+$/u.test(path)) throw new Error(`The folder ${path} may hold letters, digits and ._-/ only.`);
  return path;
};

/** Makes the folder of the archive for the user PostgreSQL runs as, and for nobody else: it holds what the data hold. */
export const prepareWalArchive = async (folder: string, { account }: Place): Promise<void> => {
  const path = plainFolder(folder);
  await mkdir(path, { recursive: true });
  await chmod(path, 0o700);
  if (account === undefined) return;
  await chown(path, account.uid, account.gid);
  if (await mayWrite(path, account)) return;
  throw new Error(`The user postgres cannot reach ${path}. Name a folder it can reach, below /var/lib say.`);
};

/** The server's settings for keeping its log of changes, and for reading one that was kept. */
export const walSettings = ({
  walArchive,
  recoverFrom,
}: {
  readonly walArchive?: string;
  readonly recoverFrom?: string;
}): Record<string, string> => {
  const values: Record<string, string> = {};
  if (walArchive !== undefined) {
    const folder = plainFolder(walArchive);
    values["archive_mode"] = "on";
    // Under another name first: a half copied file must not look like a whole one. Never over one that is there.
    values["archive_command"] =
      `test ! -f "${folder}/%f" && cp "%p" "${folder}/%f.part" && mv "${folder}/%f.part" "${folder}/%f"`;
    values["archive_timeout"] = archiveTimeoutSeconds;
  }
  if (recoverFrom !== undefined) values["restore_command"] = `cp "${plainFolder(recoverFrom)}/%f" "%p"`;
  return values;
};
