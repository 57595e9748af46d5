import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createKeyFile } from "@tsunagari/services/kernel";
import { createTestDatabase, launchEnv } from "@tsunagari/testing";

const program = new URL("../../apps/api/src/admin.ts", import.meta.url).pathname;

/** What `npm run admin` runs, on a database of its own, with its exit code and everything it says. */
export const openAdmin = async () => {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "tsunagari-admin-"));
  await createKeyFile(join(folder, "keys.json"));
  const env = {
    ...launchEnv(),
    DATABASE_URL: database.loginUrl,
    KEY_FILE: join(folder, "keys.json"),
    PUBLIC_ORIGINS: "https://tsunagari.example.jp",
  };
  const admin = (...args: readonly string[]) =>
    new Promise<{ code: number; said: string }>((resolve) => {
      execFile(process.execPath, [program, ...args], { env }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), said: `${stdout}${stderr}` });
      });
    });
  const close = async () => {
    await rm(folder, { recursive: true });
    await database.drop();
  };
  return { admin, database, folder, close };
};
