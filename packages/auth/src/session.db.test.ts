import { createHash, randomUUID } from "node:crypto";
import { createDatabase, sql, type ActorRole, type Database } from "@tsunagari/db";
import { createTestDatabase, type TestDatabase } from "@tsunagari/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { beforeActor } from "./system.ts";
import {
  createSession,
  purgeExpiredSessions,
  revokeAllSessions,
  revokeSession,
  takeAttempt,
  validateSession,
  type AuthSystem,
} from "./index.ts";

/** Tuesday, 2026-05-12, 09:00 in Japan. */
const morning = "2026-05-12T00:00:00Z";
const later = (seconds: number): string => new Date(Date.parse(morning) + seconds * 1000).toISOString();

let database: TestDatabase;
let db: Database;
let system: AuthSystem;
const municipalityId = randomUUID();
const userId = randomUUID();

beforeAll(async () => {
  database = await createTestDatabase();
  db = createDatabase(database.loginUrl, { poolSize: 4 });
  system = { db, clock: morning };
  // Without services there is no verb that makes an account: the worker's set-up rights are used bare.
  await db.asActor({ role: "tsunagari_worker", municipalityId }, async (tx) => {
    await tx.execute(sql`insert into municipality (id, slug, local_government_code, name, name_kana)
      values (${municipalityId}::uuid, 'kasugai', '232068', '春日井市', 'かすがいし')`);
    await tx.execute(sql`insert into user_account
      (municipality_id, id, kind, mail_hmac, mail_ciphertext, name_ciphertext, status)
      values (${municipalityId}::uuid, ${userId}::uuid, 'staff', '\x01', '\x02', '\x03', 'active')`);
  });
});
afterAll(async () => {
  await db.close();
  await database.drop();
});

const begin = () => createSession(system, { portal: "staff", municipalityId, userId, assurance: 1 });
const isAlive = async (token: string, clock = morning) =>
  (await validateSession({ db, clock }, { portal: "staff", token })) !== null;

describe("the four functions", () => {
  it("begin a session, know it again with its assurance and its end, and end it", async () => {
    const token = await begin();
    expect(await validateSession(system, { portal: "staff", token })).toMatchObject({
      municipalityId,
      userId,
      assurance: 1,
      roles: [],
      endsAt: new Date(later(15 * 60)),
    });
    await revokeSession(system, token);
    expect(await isAlive(token)).toBe(false);
  });

  it("end every session of an account and leave those of others", async () => {
    const tokens = [await begin(), await begin()];
    await revokeAllSessions(system, { municipalityId, userId: randomUUID() });
    expect(await Promise.all(tokens.map((token) => isAlive(token)))).toEqual([true, true]);
    await revokeAllSessions(system, { municipalityId, userId });
    expect(await Promise.all(tokens.map((token) => isAlive(token)))).toEqual([false, false]);
  });

  it("do not take the hash of a token for the token", async () => {
    const token = await begin();
    const hash = createHash("sha256").update(token).digest("hex");
    expect(await isAlive(hash)).toBe(false);
    expect(await isAlive(hash.slice(0, 40))).toBe(false);
    expect(await isAlive(token)).toBe(true);
  });

  it.each(["", "x", "a".repeat(40), "\u0000".repeat(40), "' or true --", "a".repeat(100_000)])(
    "answer no to a token nobody was given: %j",
    async (token) => {
      expect(await isAlive(token)).toBe(false);
      await revokeSession(system, token);
    },
  );
});

describe("clearing up", () => {
  it("takes what has ended and leaves what lives", async () => {
    const old = await begin();
    const young = await createSession(
      { db, clock: later(29 * 60) },
      { portal: "staff", municipalityId, userId, assurance: 1 },
    );
    await purgeExpiredSessions({ db, clock: later(31 * 60) });
    expect(await isAlive(young, later(31 * 60))).toBe(true);
    expect(await isAlive(old)).toBe(false);
  });

  it("forgets attempts whose time has run out", async () => {
    const limit = { attempts: 1, withinSeconds: 60 };
    expect(await takeAttempt(system, "key", limit)).toBeNull();
    expect(await takeAttempt(system, "key", limit)).toBe(60);
    expect(await takeAttempt({ db, clock: later(61) }, "key", limit)).toBeNull();
  });
});

describe("the role that looks up before there is an actor", () => {
  it.each(["user_account", "auth_session", "role_assignment", "rate_limit", "audit_entry", "municipality"])(
    "has no right on the table %s",
    async (table) => {
      await expect(beforeActor(system, (tx) => tx.execute(sql.raw(`select 1 from ${table}`)))).rejects.toMatchObject({
        cause: { code: "42501" },
      });
    },
  );

  it.each(["tsunagari_staff", "tsunagari_partner", "tsunagari_public", "tsunagari_worker"] as const)(
    "is the only one that may call its functions: %s may not",
    async (role: ActorRole) => {
      const asRole = (statement: string) =>
        db.asActor({ role, municipalityId, userId }, (tx) => tx.execute(sql.raw(statement)));
      for (const call of [
        "auth_session('x')",
        "auth_accounts('\\x01')",
        `auth_sessions_end('${municipalityId}', '${userId}')`,
      ]) {
        await expect(asRole(`select app.${call}`), call).rejects.toMatchObject({ cause: { code: "42501" } });
      }
      await expect(asRole("select * from auth_session"), "auth_session").rejects.toMatchObject({
        cause: { code: "42501" },
      });
    },
  );
});
