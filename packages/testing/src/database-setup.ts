import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startCluster } from "@tsunagari/db/embedded";
import { ensureDatabase, ensureRoles, markEnvironment, migrate } from "@tsunagari/db/migrate";
import type { TestProject } from "vitest/node";
import { urlOf, type TestCluster } from "./test-cluster.ts";
import { removeAbandoned } from "./abandoned.ts";

const templateName = "tsunagari_template";

/**
 * One PostgreSQL for a run of tests, without fsync, in a directory that goes away with it. It holds a migrated database
 * marked "test" (D-34: its clock may be set), of which `createTestDatabase` makes copies.
 */
export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  await removeAbandoned();
  const directory = await mkdtemp(join(tmpdir(), "tsunagari-test-"));
  await writeFile(join(directory, "owner"), String(process.pid));
  const cluster = await startCluster({ directory, durable: false, onProgress: (line) => console.info(line) });
  const stop = async () => {
    await cluster.stop();
    await cluster.remove();
    await rm(directory, { recursive: true, force: true });
  };
  try {
    const passwords = { login: randomBytes(12).toString("hex"), migrator: randomBytes(12).toString("hex") };
    const test: TestCluster = { superuserUrl: cluster.superuserUrl("postgres"), templateName, passwords };
    const migratorUrl = urlOf(test, { user: "tsunagari_migrator", database: templateName });
    await ensureRoles(test.superuserUrl, passwords);
    await ensureDatabase(test.superuserUrl, templateName);
    await migrate(migratorUrl);
    await markEnvironment(migratorUrl, "test");
    project.provide("testCluster", test);
  } catch (err) {
    await stop();
    throw err;
  }
  return stop;
};
