import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { auditJobs, createLogger, jobs, mailJobs, prepareQueue, startWorker } from "@tsunagari/api";
import { createDatabase } from "@tsunagari/db";
import { temporarySigningKeys, type AuditVault } from "@tsunagari/services/audit";
import { temporaryKeyRing, type System } from "@tsunagari/services/kernel";
import { foundMunicipality } from "@tsunagari/services/municipality";
import { createTestDatabase, type TestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

const cities = [
  { slug: "kasugai", localGovernmentCode: "232068", name: "春日井市", nameKana: "かすがいし" },
  { slug: "iruma", localGovernmentCode: "112259", name: "入間市", nameKana: "いるまし" },
];

let database: TestDatabase;
let system: System;
let behind: postgres.Sql;
let directory: string;
let vault: AuditVault;
beforeAll(async () => {
  database = await createTestDatabase();
  directory = await mkdtemp(join(tmpdir(), "tsunagari-vault-"));
  vault = { keys: temporarySigningKeys(), copyPath: join(directory, "checkpoints.jsonl") };
  system = { db: createDatabase(database.loginUrl, { poolSize: 4 }), keys: temporaryKeyRing(), log: () => undefined };
  behind = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  for (const city of cities) await foundMunicipality(system, city);
});
afterAll(async () => {
  await behind.end();
  await system.db.close();
  await database.drop();
  await rm(directory, { recursive: true, force: true });
});

const logged = (lines: string[]) => createLogger({ write: (line) => void lines.push(line) });

describe("the worker", () => {
  it("does not start without the queue's tables, which only a release makes", async () => {
    await expect(startWorker(system, { databaseUrl: database.loginUrl, logger: logged([]), vault })).rejects.toThrow(
      /pg-boss/iu,
    );
  });

  it("runs every job for every city after a start, as its own role and with one schedule each", async () => {
    await prepareQueue(database.migratorUrl);
    await prepareQueue(database.migratorUrl);
    const lines: string[] = [];
    const every = [...jobs, ...auditJobs(vault), ...mailJobs(null)];
    const worker = await startWorker(system, { databaseUrl: database.loginUrl, logger: logged(lines), vault });
    try {
      await vi.waitFor(
        () => {
          for (const job of every)
            expect(lines.some((line) => line.includes('"job.done"') && line.includes(job.name))).toBe(true);
        },
        { timeout: 30_000, interval: 200 },
      );
    } finally {
      await worker.stop(5000);
    }
    expect(lines.filter((line) => /job\.failed|queue\.error/u.test(line))).toEqual([]);
    const scheduled = await behind<{ name: string; timezone: string }[]>`select name, timezone from queue.schedule`;
    expect(scheduled.map((row) => row.name).toSorted()).toEqual(every.map((job) => job.name).toSorted());
    expect(new Set(scheduled.map((row) => row.timezone))).toEqual(new Set(["Asia/Tokyo"]));
    const reminded =
      await behind`select distinct municipality_id from audit_entry where action = 'referral.remindUnanswered' and actor_kind = 'worker'`;
    expect(reminded).toHaveLength(cities.length);
  }, 60_000);

  it("leaves the queue to the worker's role alone", async () => {
    for (const role of ["tsunagari_staff", "tsunagari_partner", "tsunagari_public", "tsunagari_auth"]) {
      const [right] = await behind<{ may: boolean }[]>`select has_schema_privilege(${role}, 'queue', 'usage') as may`;
      expect([role, right?.may]).toEqual([role, false]);
    }
    const owned = await behind`select 1 from pg_tables where schemaname = 'queue' and tableowner <> 'tsunagari_owner'`;
    expect(owned).toHaveLength(0);
  });
});
