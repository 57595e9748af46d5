import { randomUUID } from "node:crypto";
import { createDatabase, sql, type Database } from "@tsunagari/db";
import { asId, DomainError, type StaffActor } from "@tsunagari/domain";
import { getDraft, saveDraft } from "@tsunagari/services/draft";
import { newId, temporaryKeyRing, type Context } from "@tsunagari/services/kernel";
import { createTestDatabase, patience, scaled, type TestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** Users of this many cities share a pool of five connections. */
const cityCount = 5;
const usersPerCity = 10;
const mixedRequests = scaled(2000, 10_000);

let database: TestDatabase;
let superuser: postgres.Sql;
let db: Database;
const keys = temporaryKeyRing();
const contexts: Context[] = [];
const logged: string[] = [];

const contextOf = (municipalityId: string, userId: string): Context => {
  const actor: StaffActor = {
    kind: "staff",
    municipalityId: asId<"municipality">(municipalityId),
    userId: asId<"user">(userId),
    departmentId: null,
    roles: [],
    assurance: 1,
    freshUntil: new Date("2100-01-01T00:00:00Z"),
  };
  return { db, keys, actor, log: (event) => logged.push(event) };
};

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = postgres(database.superuserUrl, { max: 1 });
  db = createDatabase(database.loginUrl, { poolSize: 5 });
  for (let city = 0; city < cityCount; city += 1) {
    const municipalityId = randomUUID();
    await superuser`insert into municipality (id, slug, local_government_code, name, name_kana)
      values (${municipalityId}, ${`city${String(city)}`}, ${`00000${String(city)}`}, 'x', 'x')`;
    for (let user = 0; user < usersPerCity; user += 1) {
      const id = randomUUID();
      await superuser`insert into user_account (municipality_id, id, kind, mail_hmac, mail_ciphertext, name_ciphertext, status)
        values (${municipalityId}, ${id}, 'staff', ${Buffer.from(id)}, '\\x00', '\\x00', 'active')`;
      contexts.push(contextOf(municipalityId, id));
    }
  }
});
afterAll(async () => {
  await db.close();
  await superuser.end();
  await database.drop();
});

const firstContext = (): Context => {
  const [context] = contexts;
  if (!context) throw new Error("no users");
  return context;
};
const draftOf = (text: string) => ({
  requestId: newId<"request">(),
  form: "intake" as const,
  subject: "",
  content: { text },
});
const reasonOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return "done";
  } catch (error) {
    return error instanceof DomainError ? `${error.kind} ${error.reason}` : "crash";
  }
};

describe("a pool shared by many", () => {
  it(
    `shows each of 50 users only their own rows in ${String(mixedRequests)} mixed requests, also after aborted and overlong ones`,
    async () => {
      for (const [index, context] of contexts.entries()) await saveDraft.execute(context, draftOf(String(index)));
      const wrong: string[] = [];
      let overlong = 0;
      const ask = async (turn: number) => {
        const index = (turn * 7919) % contexts.length;
        const context = contexts[index];
        if (!context) throw new Error("no such user");
        const passerBy = {
          role: "tsunagari_staff",
          municipalityId: context.actor.municipalityId,
          userId: randomUUID(),
        } as const;
        if (turn % 10 === 0) {
          await db.asActor(passerBy, (tx) => tx.execute(sql`select 1 / 0`)).catch(() => undefined);
        }
        if (turn % 100 === 1) {
          const hurried = { ...passerBy, statementTimeoutMs: 5 };
          await db.asActor(hurried, (tx) => tx.execute(sql`select pg_sleep(1)`)).catch(() => (overlong += 1));
        }
        const found = await getDraft.execute(context, { form: "intake", subject: "" });
        if (found?.content["text"] !== String(index)) wrong.push(`${String(turn)}: ${JSON.stringify(found?.content)}`);
      };
      // In waves, since whoever waits too long for a connection is told so and sees nothing.
      for (let wave = 0; wave < mixedRequests; wave += 500) {
        await Promise.all(Array.from({ length: 500 }, (_, turn) => ask(wave + turn)));
      }
      expect(wrong).toEqual([]);
      expect(overlong).toBe(mixedRequests / 100);
    },
    patience(60),
  );

  it("keeps neither role nor settings after a transaction", async () => {
    const login = postgres(database.loginUrl, { max: 1 });
    await login.begin(async (tx) => {
      await tx`select set_config('role', 'tsunagari_staff', true), set_config('app.municipality_id', ${randomUUID()}, true)`;
    });
    const [after] =
      await login`select current_user::text as role, current_setting('app.municipality_id', true) as city`;
    await login.end();
    expect(after).toEqual({ role: "tsunagari_login", city: "" });
  });
});

describe("doing it once (D-37)", () => {
  it("a form sent 100 times at once has one effect and one answer", async () => {
    const context = firstContext();
    const input = draftOf("once");
    const answers = await Promise.all(Array.from({ length: 100 }, () => saveDraft.execute(context, input)));
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    const [row] = await superuser`select count(*)::int as n from audit_entry where request_id = ${input.requestId}`;
    expect(row).toEqual({ n: 1 });
  });

  it("another user's request id gives nothing away and does nothing", async () => {
    const [first, second] = contexts;
    if (!first || !second) throw new Error("no users");
    const input = draftOf("mine");
    await saveDraft.execute(first, input);
    expect(await reasonOf(saveDraft.execute(second, input))).toBe("conflict kernel.request_reused");
  });
});

describe("what the database refuses", () => {
  it("is answered without its words, and unavailable is told apart", async () => {
    const gone = createDatabase(database.loginUrl.replace(/:\d+\//u, ":1/"));
    expect(await reasonOf(getDraft.execute({ ...firstContext(), db: gone }, { form: "intake", subject: "" }))).toBe(
      "internal kernel.unavailable",
    );
    await gone.close();
  });

  it("a deadlock is tried again and leaves one effect", async () => {
    const context = firstContext();
    const text = randomUUID();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => reasonOf(saveDraft.execute(context, draftOf(text)))),
    );
    expect(new Set(results)).toEqual(new Set(["done"]));
  });

  it("the login that owns or bypasses is refused at start", async () => {
    const unsafe = createDatabase(database.superuserUrl);
    await expect(unsafe.assertSafeLogin()).rejects.toThrow("tsunagari_login");
    await unsafe.close();
    const migrator = createDatabase(database.migratorUrl);
    await expect(migrator.assertSafeLogin()).rejects.toThrow("tsunagari_login");
    await migrator.close();
    await expect(db.assertSafeLogin()).resolves.toBeUndefined();
  });
});

describe("the clock (D-34)", () => {
  const clockOf = (at: Database) =>
    at.asActor({ role: "tsunagari_staff", municipalityId: null, clock: "2020-01-01T00:00:00Z" }, async (tx) => {
      const [row] = await tx.execute<{ year: number }>(sql`select extract(year from app.now())::int as year`);
      return row?.year;
    });

  it("can be set in a database marked as a test and in no other", async () => {
    expect(await clockOf(db)).toBe(2020);
    await superuser`delete from app.environment`;
    expect(await clockOf(db)).toBeGreaterThanOrEqual(2026);
    await superuser`insert into app.environment (kind) values ('test')`;
  });

  it("cannot be freed by the program's own roles", async () => {
    await expect(
      db.asActor({ role: "tsunagari_staff", municipalityId: null }, (tx) =>
        tx.execute(sql`insert into app.environment (kind) values ('demo')`),
      ),
    ).rejects.toThrow("Failed query");
  });
});
