import { readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isAlive, removeCluster } from "@tsunagari/db/embedded";

/** Stops and removes the clusters of test runs that were killed: a killed run leaves its server running. */
export const removeAbandoned = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith("tsunagari-test-")) continue;
    const directory = join(tmpdir(), name);
    const owner = Number.parseInt(await readFile(join(directory, "owner"), "utf8").catch(() => ""), 10);
    if (Number.isNaN(owner) || (await isAlive(owner))) continue;
    await removeCluster(directory);
    await rm(directory, { recursive: true, force: true });
  }
};
