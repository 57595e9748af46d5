import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const execute = promisify(execFile);

/** The system user PostgreSQL runs as; undefined means the user who runs this program. */
export type Account = { readonly uid: number; readonly gid: number };

const isRoot = (): boolean => process.getuid?.() === 0;

const idOf = async (option: "-u" | "-g"): Promise<number> => {
  const { stdout } = await execute("id", [option, "postgres"]);
  return Number.parseInt(stdout, 10);
};

const postgresAccount = async (): Promise<Account> => ({ uid: await idOf("-u"), gid: await idOf("-g") });

const makePostgresAccount = async (): Promise<void> => {
  try {
    await execute("useradd", [
      "--system",
      "--user-group",
      "--no-create-home",
      "--shell",
      "/usr/sbin/nologin",
      "postgres",
    ]);
  } catch (cause) {
    throw new Error(
      "PostgreSQL does not run as root, and the user postgres could not be made. Make it, or run this as an ordinary user.",
      { cause },
    );
  }
};

/** PostgreSQL refuses to run as root: there it runs as the owner of existing data, or as the user postgres. */
export const accountFor = async (
  dataDirectory: string,
  onProgress: (line: string) => void,
): Promise<Account | undefined> => {
  if (!isRoot()) return undefined;
  const owned = await stat(join(dataDirectory, "PG_VERSION")).catch(() => undefined);
  if (owned && owned.uid !== 0) return { uid: owned.uid, gid: owned.gid };
  try {
    return await postgresAccount();
  } catch {
    onProgress("PostgreSQL does not run as root: making the system user postgres for it");
    await makePostgresAccount();
    return postgresAccount();
  }
};
