import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createDatabase } from "@tsunagari/db";
import { asId } from "@tsunagari/domain";
import { createTestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import {
  inTransaction,
  newId,
  readClock,
  temporaryKeyRing,
  writeAudit,
  type Context,
  type Subject,
} from "../kernel/index.ts";
import { sealEntries } from "./seal.ts";
import { temporarySigningKeys } from "./signing-keys.ts";
import type { AuditVault } from "./vault.ts";

const foundCity = async (behind: postgres.Sql, slug: string, code: string): Promise<string> => {
  const id = randomUUID();
  await behind`insert into municipality (id, slug, local_government_code, name, name_kana)
               values (${id}, ${slug}, ${code}, ${slug}, ${slug})`;
  return id;
};

export const subjects = (count: number): Subject[] =>
  Array.from({ length: count }, () => ({ kind: "person", id: newId(), caseId: newId(), personId: newId() }));

/** Writes one entry in a transaction of its own, as every command does; `within` runs before the commit. */
export const writeEntry = (
  context: Context,
  about: readonly Subject[] = subjects(1),
  within: () => Promise<void> = async () => {},
): Promise<void> =>
  inTransaction(context, async (tx) => {
    const { now } = await readClock(tx);
    await writeAudit(tx, context.actor, { kind: "command", action: "case.open", at: now, subjects: about });
    await within();
  });

/**
 * Seals until nothing of the city waits. Transactions of other tests on the same server hold the sealer back for a
 * moment, so it is asked again.
 */
export const sealAll = async (context: Context, wanted: () => Promise<boolean>): Promise<void> => {
  for (let round = 0; round < 400; round += 1) {
    const { isMore } = await sealEntries(context);
    if (!isMore && (await wanted())) return;
    if (!isMore) await sleep(25);
  }
  throw new Error("the entries were not sealed");
};

/** Two cities with nothing but their logs, and a vault. */
export const openLog = async () => {
  const database = await createTestDatabase();
  const db = createDatabase(database.loginUrl, { poolSize: 8 });
  const behind = postgres(database.superuserUrl, { max: 2, onnotice: () => undefined });
  const directory = await mkdtemp(join(tmpdir(), "tsunagari-audit-"));
  const vault: AuditVault = { keys: temporarySigningKeys(), copyPath: join(directory, "checkpoints.jsonl") };
  const system = { db, keys: temporaryKeyRing(), log: () => undefined };
  const workerIn = async (slug: string, code: string): Promise<Context> => {
    const municipalityId = asId<"municipality">(await foundCity(behind, slug, code));
    return { ...system, actor: { kind: "worker", municipalityId, job: "audit.test" } };
  };
  const context = await workerIn("kasugai", "232068");
  const isSealed = async (): Promise<boolean> => {
    const [row] = await behind<{ waiting: number }[]>`select count(*)::int as waiting from audit_entry e
      where e.municipality_id = ${context.actor.municipalityId} and not exists
        (select from audit_seal l where l.municipality_id = e.municipality_id and l.id = e.id)`;
    return row?.waiting === 0;
  };
  return {
    behind,
    context,
    elsewhere: await workerIn("toda", "112241"),
    directory,
    vault,
    sealAll: () => sealAll(context, isSealed),
    close: async () => {
      await behind.end();
      await db.close();
      await database.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
};
export type Log = Awaited<ReturnType<typeof openLog>>;
