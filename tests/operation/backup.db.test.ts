import { chmod, cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareQueue } from "@tsunagari/api";
import { createDatabase, fences } from "@tsunagari/db";
import { backUpCluster, findServer, removeCluster, restoreCluster, startCluster } from "@tsunagari/db/embedded";
import { ensureDatabase, ensureRoles, migrate } from "@tsunagari/db/migrate";
import { appointAdministrator } from "@tsunagari/services/identity";
import { temporaryKeyRing } from "@tsunagari/services/kernel";
import { foundMunicipality } from "@tsunagari/services/municipality";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fingerprint, sequenceValues } from "./fingerprint.ts";

const passwords = { login: "login-of-the-drill-only", migrator: "migrator-of-the-drill-only" };
const quiet = () => undefined;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tsunagari-drill-"));
  // Run as root, PostgreSQL is another user, who passes through to its archive.
  await chmod(folder, 0o755);
});
afterAll(async () => {
  for (const name of ["live", "restored", "alone", "damaged"]) await removeCluster(join(folder, name));
  await rm(folder, { recursive: true, force: true });
});

const urlAs = (port: number, user: "login" | "migrator"): string =>
  `postgres://tsunagari_${user}:${passwords[user]}@127.0.0.1:${port}/tsunagari`;

/** A city with an administrator, through the program's own commands: rows, audit entries, receipts. */
const addCity = async (port: number, city: { readonly slug: string; readonly code: string }): Promise<void> => {
  const db = createDatabase(urlAs(port, "login"), { poolSize: 2 });
  const system = { db, keys: temporaryKeyRing(), log: quiet };
  try {
    await foundMunicipality(system, {
      slug: city.slug,
      localGovernmentCode: city.code,
      name: "訓練市",
      nameKana: "くんれんし",
      departments: [],
      areaSchemes: [],
      areas: [],
      labels: [],
      closedDays: [],
    });
    await appointAdministrator(system, { city: city.slug, mail: `${city.slug}@example.jp`, name: "訓練 花子" });
  } finally {
    await db.close();
  }
};

const startLive = async () => {
  const cluster = await startCluster({
    directory: join(folder, "live"),
    durable: false,
    onProgress: quiet,
    walArchive: join(folder, "wal"),
  });
  await ensureRoles(cluster.superuserUrl("postgres"), passwords);
  await ensureDatabase(cluster.superuserUrl("postgres"), "tsunagari");
  await migrate(urlAs(cluster.port, "migrator"));
  await prepareQueue(urlAs(cluster.port, "migrator"));
  return cluster;
};

const queued = async (superuserUrl: string): Promise<string> => {
  const sql = postgres(superuserUrl, { max: 1, onnotice: quiet });
  try {
    await sql`select queue.create_queue('drill', '{"policy":"standard"}'::jsonb)`.catch(quiet);
    const [job] = await sql<{ id: string }[]>`insert into queue.job (name) values ('drill') returning id`;
    return job?.id ?? "";
  } finally {
    await sql.end();
  }
};

/** Rows of every table as the superuser sees them and as the role for dumps does, which fences would hide rows from. */
const countsByRole = async (superuserUrl: string) => {
  const sql = postgres(superuserUrl, { max: 1, onnotice: quiet });
  const counts = async (role: "postgres" | "tsunagari_backup") => {
    await sql.unsafe(`set role ${role}`);
    const found: Record<string, number> = {};
    for (const { table } of fences) {
      const [row] = await sql.unsafe<{ count: number }[]>(`select count(*)::int as count from public.${table}`);
      found[table] = row?.count ?? -1;
    }
    return found;
  };
  try {
    const seen = { superuser: await counts("postgres"), backup: await counts("tsunagari_backup") };
    await expect(sql`update municipality set name = 'x'`).rejects.toThrow("permission denied");
    return seen;
  } finally {
    await sql.end();
  }
};

/** Closes the current piece of the log and waits until the archive has it: what `archive_timeout` does by itself. */
const archiveAll = async (superuserUrl: string): Promise<void> => {
  const sql = postgres(superuserUrl, { max: 1 });
  try {
    const [piece] = await sql<{ wal: string }[]>`select pg_walfile_name(pg_switch_wal()) as wal`;
    for (let tries = 0; tries < 400; tries += 1) {
      if ((await readdir(join(folder, "wal"))).includes(piece?.wal ?? "")) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error("The log of changes was not archived.");
  } finally {
    await sql.end();
  }
};

test("a backup and the archived changes give back every row as it last was, audit and queue included", async () => {
  const live = await startLive();
  const url = live.superuserUrl("tsunagari");
  await addCity(live.port, { slug: "before", code: "232068" });
  const server = await findServer(join(folder, "live"));
  if (!server) throw new Error("the server is not found");
  const backup = join(folder, "backup");
  await backUpCluster(server, backup);
  const atBackup = await fingerprint(url);
  await addCity(live.port, { slug: "after", code: "112275" });
  await queued(url);
  const latest = await fingerprint(url);
  expect(latest["public.municipality"]).not.toBe(atBackup["public.municipality"]);
  expect(latest["public.audit_entry"]).not.toBe(atBackup["public.audit_entry"]);
  const { superuser, backup: dumped } = await countsByRole(url);
  expect(dumped).toEqual(superuser);
  expect(Object.values(superuser).filter((count) => count > 0).length).toBeGreaterThan(5);
  const sequences = await sequenceValues(url);
  await archiveAll(url);
  await live.stop();

  const restored = await restoreCluster({
    from: backup,
    to: join(folder, "restored"),
    walArchive: join(folder, "wal"),
    durable: false,
    onProgress: quiet,
  });
  expect(await fingerprint(restored.superuserUrl("tsunagari"))).toEqual(latest);
  // A sequence may go ahead in a recovery, never back: a number is not given twice.
  const restoredSequences = await sequenceValues(restored.superuserUrl("tsunagari"));
  expect(Object.keys(restoredSequences)).toEqual(Object.keys(sequences));
  for (const [name, value] of Object.entries(sequences)) expect(restoredSequences[name]).toBeGreaterThanOrEqual(value);
  // It is no copy to look at, but goes on: commands, and the queue's tables and sequences.
  await addCity(restored.port, { slug: "later", code: "112089" });
  expect(await queued(restored.superuserUrl("tsunagari"))).not.toBe("");
  await restored.stop();

  const alone = await restoreCluster({ from: backup, to: join(folder, "alone"), durable: false, onProgress: quiet });
  expect(await fingerprint(alone.superuserUrl("tsunagari"))).toEqual(atBackup);
  await alone.stop();
}, 120_000);

test("a backup with one changed byte is refused, and leaves nothing behind", async () => {
  const backup = join(folder, "damaged-backup");
  await cp(join(folder, "backup"), backup, { recursive: true });
  const path = join(backup, "data/global/pg_control");
  const bytes = await readFile(path);
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100);
  await writeFile(path, bytes);
  const to = join(folder, "damaged");
  await expect(restoreCluster({ from: backup, to, durable: false, onProgress: quiet })).rejects.toThrow(
    "The backup is damaged",
  );
  expect(await readdir(to)).toEqual([]);
});

test("a backup is taken into an empty folder only, and restored from a whole one only", async () => {
  const server = { dataDirectory: join(folder, "live/data"), superuserUrl: "postgres://nobody@127.0.0.1:1/none" };
  await expect(backUpCluster(server, join(folder, "backup"))).rejects.toThrow("is not empty");
  const to = join(folder, "damaged");
  await expect(restoreCluster({ from: folder, to, durable: false, onProgress: quiet })).rejects.toThrow(
    "no whole backup",
  );
});

test("the keys are in no backup", async () => {
  const names = await readdir(join(folder, "backup"), { recursive: true });
  expect(names).toContain("backup.json");
  expect(names.filter((name) => name.includes("keys"))).toEqual([]);
});
