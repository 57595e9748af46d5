import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { auditEntry } from "@tsunagari/db/schema";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseCode, inTransaction } from "../kernel/index.ts";
import { sealedFields } from "./chain.ts";
import { sealEntries } from "./seal.ts";
import { openLog, subjects, writeEntry, type Log } from "./test-log.ts";
import { verifyCity } from "./verify-city.ts";

let log: Log;
beforeAll(async () => {
  log = await openLog();
});
afterAll(() => log.close());

const verified = () => verifyCity(log.context, { keys: log.vault.keys.publicKeys, copied: null });
const numbers = async () =>
  (
    await log.behind<{ no: number; id: string }[]>`select chain_no::int as no, id from audit_seal
      where municipality_id = ${log.context.actor.municipalityId} order by chain_no`
  ).slice();
const gapless = (length: number) => Array.from({ length }, (_, index) => index + 1);

describe("the sealer", () => {
  it("seals every column of an entry and its subjects", async () => {
    const camel = (name: string) => name.replaceAll(/_(.)/gu, (_, letter: string) => letter.toUpperCase());
    for (const [table, fields] of Object.entries(sealedFields)) {
      const columns = await log.behind<{ name: string }[]>`select column_name as name
        from information_schema.columns where table_schema = 'public' and table_name = ${table}`;
      expect(columns.map(({ name }) => camel(name)).toSorted(), table).toEqual([...fields].toSorted());
    }
  });

  it("makes no fork and no gap and misses nothing while many write and two seal", async () => {
    const { context, elsewhere } = log;
    const before = (await numbers()).length;
    let isWriting = true;
    const sealer = async () => {
      while (isWriting) if ((await sealEntries(context)).sealed === 0) await sleep(2);
    };
    const writer = async (index: number) => {
      for (let entry = 0; entry < 25; entry += 1) {
        await writeEntry(context, subjects((index + entry) % 4), () => sleep((index * entry) % 5));
        if (entry % 10 === 0) await writeEntry(elsewhere);
      }
    };
    const sealers = [sealer(), sealer()];
    await Promise.all(Array.from({ length: 6 }, (_, index) => writer(index)));
    isWriting = false;
    await Promise.all(sealers);
    await log.sealAll();
    const links = await numbers();
    expect(links.map(({ no }) => no)).toEqual(gapless(before + 150));
    expect(await verified()).toMatchObject({ sealed: before + 150, problems: [] });
    const ordered = await log.behind<{ id: string }[]>`select id from audit_entry
      where municipality_id = ${context.actor.municipalityId} order by xid, id`;
    expect(links.map(({ id }) => id)).toEqual(ordered.map(({ id }) => id));
  });

  it("seals what a long transaction commits late, and nothing newer before it", async () => {
    const { context } = log;
    const before = (await numbers()).length;
    let commit = () => {};
    const held = new Promise<void>((resolve) => {
      commit = resolve;
    });
    let wrote = () => {};
    const hasWritten = new Promise<void>((resolve) => {
      wrote = resolve;
    });
    const late = writeEntry(context, subjects(2), async () => {
      wrote();
      await held;
    });
    await hasWritten;
    for (let entry = 0; entry < 3; entry += 1) await writeEntry(context);
    expect(await sealEntries(context)).toEqual({ sealed: 0, isMore: false });
    commit();
    await late;
    await log.sealAll();
    expect(await numbers()).toHaveLength(before + 4);
    expect((await verified()).problems).toEqual([]);
  });

  it("leaves nothing half done where it is killed between or within batches", async () => {
    const { behind, context } = log;
    const before = (await numbers()).length;
    const city = context.actor.municipalityId;
    await behind`with made as (
      insert into audit_entry (municipality_id, id, at, kind, action, actor_kind, job)
      select ${city}, gen_random_uuid(), clock_timestamp(), 'command', 'case.open', 'worker', 'x' from generate_series(1, 2500)
      returning municipality_id, id)
      insert into audit_subject (municipality_id, id, audit_id, kind, subject_id)
      select municipality_id, gen_random_uuid(), id, 'case', gen_random_uuid() from made`;
    const first = async (): Promise<number> => {
      const { sealed } = await sealEntries(context);
      return sealed > 0 ? sealed : sleep(25).then(first);
    };
    expect(await first()).toBe(1000);
    // The second batch gets as far as its last row, and the server ends the connection.
    await behind.unsafe(`create function public.die() returns trigger language plpgsql security definer as
      $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
      grant execute on function public.die() to tsunagari_worker;
      create trigger die after insert on audit_seal for each statement execute function public.die()`);
    expect(await sealEntries(context).then(() => "sealed", databaseCode)).toMatch(/^(57P01|CONNECTION)/u);
    await behind.unsafe("drop function public.die() cascade");
    expect(await numbers()).toHaveLength(before + 1000);
    await log.sealAll();
    expect((await numbers()).map(({ no }) => no)).toEqual(gapless(before + 2500));
    expect((await verified()).problems).toEqual([]);
  });

  it("goes on after the data came from another server, where transactions are counted anew", async () => {
    const other = await openLog();
    try {
      const { behind, context } = other;
      await writeEntry(context);
      await other.sealAll();
      await behind`alter table audit_entry disable trigger all`;
      await behind`alter table audit_seal disable trigger all`;
      await behind`delete from audit_seal`;
      await behind`update audit_entry set xid = (xid::text::bigint + 1000000000)::text::xid8`;
      await behind`alter table audit_entry enable trigger all`;
      await behind`alter table audit_seal enable trigger all`;
      await other.sealAll();
      await writeEntry(context);
      await writeEntry(context);
      await other.sealAll();
      const evidence = { keys: other.vault.keys.publicKeys, copied: null };
      expect(await verifyCity(context, evidence)).toMatchObject({ sealed: 3, problems: [] });
      await writeEntry(context);
      await other.sealAll();
      expect(await verifyCity(context, evidence)).toMatchObject({ sealed: 4, problems: [] });
    } finally {
      await other.close();
    }
  });
});

describe("what is written once", () => {
  const tables = ["audit_entry", "audit_subject", "audit_seal", "audit_checkpoint", "audit_verification"];

  it.each(tables)("%s: not even the owner or the superuser updates, deletes or truncates", async (table) => {
    for (const role of ["tsunagari_owner", "postgres"]) {
      for (const statement of [
        `update ${table} set id = id`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
        `set local session_replication_role = replica; delete from ${table}`,
      ]) {
        if (role !== "postgres" && statement.startsWith("set local")) continue;
        const attempt = log.behind.begin(async (tx) => {
          await tx.unsafe(`set local role ${role === "postgres" ? "none" : role}`);
          await tx.unsafe(statement);
        });
        await expect(attempt, `${role}: ${statement}`).rejects.toMatchObject({ code: "42501" });
      }
    }
  });

  it("a subject is written with its entry or not at all, sealed or not", async () => {
    const { behind, context } = log;
    await writeEntry(context);
    const [entry] = await behind<{ id: string }[]>`select id from audit_entry
      where municipality_id = ${context.actor.municipalityId} order by xid desc limit 1`;
    const row = { municipality_id: context.actor.municipalityId, id: randomUUID(), audit_id: entry?.id ?? "" };
    const late = behind`insert into audit_subject ${behind({ ...row, kind: "case", subject_id: randomUUID() })}`;
    await expect(late).rejects.toMatchObject({ code: "42501" });
    await log.sealAll();
  });

  it("an entry cannot be given an earlier transaction, nor a link or checkpoint be written by who acts", async () => {
    const { behind, context } = log;
    const city = context.actor.municipalityId;
    const forged = `insert into audit_entry (municipality_id, id, at, kind, action, actor_kind, xid)
      values ('${city}', '${randomUUID()}', now(), 'command', 'x', 'worker', '5')`;
    const seal = `insert into audit_seal (municipality_id, id, chain_no, hash) values ('${city}', '${randomUUID()}', 0, '')`;
    const attempts = [
      ["tsunagari_worker", forged],
      ["tsunagari_staff", seal],
      ["tsunagari_partner", seal],
      ["tsunagari_staff", "select * from audit_seal"],
      ["tsunagari_partner", "select * from audit_checkpoint"],
    ] as const;
    for (const [role, statement] of attempts) {
      const attempt = behind.begin(async (tx) => {
        await tx`select set_config('role', ${role}, true), set_config('app.municipality_id', ${city}, true)`;
        await tx.unsafe(statement);
      });
      await expect(attempt, `${role}: ${statement}`).rejects.toMatchObject({ code: "42501" });
    }
  });

  it("one city's worker neither reads nor seals another city's log", async () => {
    const { context, elsewhere } = log;
    await writeEntry(elsewhere);
    const seen = await inTransaction(context, (tx) =>
      tx.select({ municipalityId: auditEntry.municipalityId }).from(auditEntry),
    );
    expect(new Set(seen.map((row) => row.municipalityId))).toEqual(new Set([context.actor.municipalityId]));
  });
});
