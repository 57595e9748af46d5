/*
 * What the pool does when a connection is lost. With postgres.js as published the first two end the process or let a
 * transaction go on in the middle of another's (docs/adr/0010-database-driver.md).
 */
import { setTimeout as sleep } from "node:timers/promises";
import { createDatabase, prepareStatement, send, sendLast, sql, type Database, type Tx } from "@tsunagari/db";
import { asDomainError, databaseCode } from "@tsunagari/services/kernel";
import { createTestDatabase, type TestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";

const asWorker = { role: "tsunagari_worker", municipalityId: "01990000-0000-7000-8000-000000000001" } as const;

let database: TestDatabase;
let superuser: postgres.Sql;
const opened: Database[] = [];
beforeAll(async () => {
  database = await createTestDatabase();
  superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
});
afterEach(async () => {
  for (const db of opened.splice(0)) await db.close();
});
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

const pool = (options: { poolSize?: number; beginWithinMs?: number } = {}): Database => {
  const db = createDatabase(database.loginUrl, { poolSize: 1, ...options });
  opened.push(db);
  return db;
};
const pidIn = async (tx: Tx): Promise<number> => {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return row?.pid ?? 0;
};
const settingsIn = async (tx: Tx) => {
  const [row] = await tx.execute<{ role: string; city: string; timeout: string }>(sql`
    select current_user::text as role, current_setting('app.municipality_id') as city,
           current_setting('statement_timeout') as timeout`);
  return { ...row };
};
const codeOf = async (work: Promise<unknown>): Promise<string | null> =>
  work.then(
    () => "done",
    (error: unknown) => databaseCode(error),
  );

describe("a transaction whose connection is lost", () => {
  it("is told so, and the pool goes on without it", async () => {
    const db = pool();
    const lost = db.asActor(asWorker, async (tx) => {
      const pid = await pidIn(tx);
      await Promise.all([tx.execute(sql`select pg_sleep(10)`), superuser`select pg_terminate_backend(${pid})`]);
    });
    const error: unknown = await lost.catch((thrown: unknown) => thrown);
    expect(asDomainError(error).reason).toBe("kernel.unavailable");
    expect(await db.asActor(asWorker, settingsIn)).toMatchObject({ role: "tsunagari_worker", timeout: "5s" });
  });

  it("does nothing more, least of all in the transaction that has its connection now", async () => {
    const db = pool();
    let hasGoneOn = false;
    const idle = db.asActor(asWorker, async (tx) => {
      await tx.execute(sql`set local idle_in_transaction_session_timeout = '50ms'`);
      await sleep(400);
      await tx.execute(sql`select set_config('app.municipality_id', 'of another', true)`);
      hasGoneOn = true;
    });
    await sleep(20);
    const other = db.asActor(asWorker, async (tx) => {
      const before = await settingsIn(tx);
      await sleep(600);
      return [before, await settingsIn(tx)];
    });
    const error: unknown = await idle.catch((thrown: unknown) => thrown);
    expect(asDomainError(error).reason).toBe("kernel.unavailable");
    const [before, after] = await other;
    expect(before).toMatchObject({ role: "tsunagari_worker", city: asWorker.municipalityId });
    expect(after).toEqual(before);
    expect(hasGoneOn).toBe(false);
  });

  it("leaves its settings to nobody when a statement takes too long", async () => {
    const db = pool();
    const slow = db.asActor({ ...asWorker, statementTimeoutMs: 50 }, (tx) => tx.execute(sql`select pg_sleep(2)`));
    const error: unknown = await slow.catch((thrown: unknown) => thrown);
    expect(asDomainError(error).reason).toBe("kernel.unavailable");
    const bare = postgres(database.loginUrl, { max: 1 });
    const [fresh] = await bare`select current_setting('app.municipality_id', true) as city`;
    await bare.end();
    const next = await db.asActor({ role: "tsunagari_public", municipalityId: null }, settingsIn);
    expect([next, fresh?.["city"]]).toEqual([{ role: "tsunagari_public", city: "", timeout: "5s" }, null]);
  });
});

describe("statements in one packet", () => {
  const mark = prepareStatement<{ mark: string }, { text: string }>(
    sql`select set_config('app.mark', ${sql.placeholder("text")}, false) as mark`,
  );
  const divide = prepareStatement<{ whole: number }, { by: number }>(
    sql`select 1 / ${sql.placeholder("by")}::integer as whole`,
  );
  const markIn = async (tx: Tx) => {
    const [row] = await tx.execute<{ mark: string | null }>(sql`select current_setting('app.mark', true) as mark`);
    return row?.mark ?? "";
  };
  /** The first time each goes by itself, since the session does not know them; from then on together. */
  const both = (db: Database, text: string, by: number) =>
    db.asActor(asWorker, async (tx) => {
      const [marked, divided] = await Promise.all([send(tx, mark, { text }), send(tx, divide, { by })]);
      return [marked[0]?.mark, divided[0]?.whole, await markIn(tx)];
    });

  it("are answered each by itself, the first time and later", async () => {
    const db = pool();
    for (const text of ["one", "two", "three"]) expect(await both(db, text, 1)).toEqual([text, 1, text]);
  });

  it.each(["the first time", "later"])("leave nothing where one fails, %s", async (when) => {
    const db = pool();
    if (when === "later") await both(db, "kept", 1);
    const before = await db.asActor(asWorker, markIn);
    expect(await codeOf(both(db, "lost", 0))).toBe("22012");
    expect(await db.asActor(asWorker, markIn)).toBe(before);
    const last = db.asActor(asWorker, async (tx) => {
      sendLast(tx, mark, { text: "lost" });
      sendLast(tx, divide, { by: 0 });
    });
    expect(await codeOf(last)).toBe("22012");
    const unheard = db.asActor(asWorker, async (tx) => {
      await send(tx, mark, { text: "lost" });
      await send(tx, divide, { by: 0 }).catch(() => undefined);
    });
    expect(await codeOf(unheard)).toBe("22012");
    const asked = [db.ask(asWorker, divide, { by: 0 }), db.ask(asWorker, mark, { text: "lost" })] as const;
    expect(await codeOf(asked[0])).toBe("22012");
    await asked[1];
    expect(await db.asActor(asWorker, settingsIn)).toMatchObject({ role: "tsunagari_worker", timeout: "5s" });
  });

  it("are asked anew where a release has changed what one of them reads", async () => {
    const db = pool();
    await superuser.unsafe("create table of_old (one integer); grant select on of_old to tsunagari_worker");
    const all = prepareStatement<Record<string, number>, { least: number }>(
      sql`select * from of_old where one > ${sql.placeholder("least")}::integer`,
    );
    for (let turn = 0; turn < 2; turn += 1) expect((await db.ask(asWorker, all, { least: 0 })).rows).toHaveLength(0);
    await superuser.unsafe("alter table of_old add column two integer; insert into of_old values (1, 2)");
    expect(await codeOf(db.ask(asWorker, all, { least: 0 }))).toBe("done");
    await superuser`drop table of_old`;
  });
});

describe("waiting for a connection", () => {
  it("ends after a while, and what was refused is not done afterwards", async () => {
    const db = pool({ beginWithinMs: 100 });
    // Connecting for the first time may take longer than that.
    while ((await codeOf(db.asActor(asWorker, pidIn))) !== "done") await sleep(20);
    let isDone = false;
    const holding = db.asActor(asWorker, () => sleep(300));
    await sleep(20);
    const waiting = db.asActor(asWorker, async () => {
      isDone = true;
    });
    expect(await codeOf(waiting)).toBe("CONNECT_TIMEOUT");
    expect(await codeOf(holding)).toBe("done");
    expect(await codeOf(db.asActor(asWorker, pidIn))).toBe("done");
    expect(isDone).toBe(false);
  });

  it("does not grow longer the longer the database was away", async () => {
    const db = createDatabase(database.loginUrl.replace(/:\d+\//u, ":1/"), { poolSize: 1 });
    opened.push(db);
    // The driver's own pause would be more than a minute in sum.
    for (let attempt = 0; attempt < 12; attempt += 1)
      expect(await codeOf(db.asActor(asWorker, pidIn))).toBe("ECONNREFUSED");
  }, 10_000);
});
