import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deactivateUser, endRole, reactivateUser, resolveActor, signIn, signOut } from "../index.ts";
import {
  answerOf,
  appointAdministrator,
  enter,
  foundTestCity,
  giveRole,
  morning,
  openTestSystem,
  password,
  registerUser,
  requestId,
  secondsAfter,
} from "../test-city.ts";

const administratorMail = "admin@example.jp";

let world: Awaited<ReturnType<typeof openTestSystem>>;
let administrator: Awaited<ReturnType<typeof appointAdministrator>>;
let cityId: string;

beforeAll(async () => {
  world = await openTestSystem();
  const city = await foundTestCity(world.system, "kasugai");
  cityId = city.id;
  administrator = await appointAdministrator(world.system, city, administratorMail);
});
afterAll(() => world.close());

const register = (mail: string, portal: "staff" | "partner" = "staff") =>
  registerUser(administrator.context, { portal, mail });
const at = (clock: string) => ({ ...world.system, clock });
const isIn = async (clock: string, portal: "staff" | "partner", sessionToken: string) =>
  (await resolveActor(at(clock), { portal, sessionToken })) !== null;
const versionOf = async (userId: string): Promise<number> => {
  const [row] = await world.behind<{ version: number }[]>`select version from user_account where id = ${userId}`;
  return row?.version ?? 0;
};

describe("a session", () => {
  it("cannot be made from what the database holds of it", async () => {
    const { token } = await enter(world.system, { portal: "staff", mail: administrator.mail });
    const rows = await world.behind<Record<string, unknown>[]>`select * from auth_session`;
    expect(rows.length).toBeGreaterThan(0);
    expect(JSON.stringify(rows)).not.toContain(token);
    for (const row of rows) {
      for (const value of Object.values(row)) expect(await isIn(morning, "staff", String(value))).toBe(false);
    }
  });

  it.each([
    ["staff", 15 * 60],
    ["partner", 30 * 60],
  ] as const)(
    "of a quiet %s user is alive one second before the idle limit and over one after",
    async (portal, limit) => {
      const mail = `idle-${portal}@example.jp`;
      await register(mail, portal);
      const first = await enter(world.system, { portal, mail });
      const second = await enter(world.system, { portal, mail });
      expect(await isIn(secondsAfter(limit - 1), portal, first.token)).toBe(true);
      expect(await isIn(secondsAfter(limit + 1), portal, second.token)).toBe(false);
      // What has ended does not come back, even if the clock were set back.
      expect(await isIn(morning, portal, second.token)).toBe(false);
    },
  );

  it("is prolonged by being used, but not past twelve hours", async () => {
    const { token } = await enter(world.system, { portal: "staff", mail: administrator.mail });
    const limit = 12 * 3600;
    for (let seconds = 0; seconds < limit - 1; seconds += 14 * 60) {
      expect(await isIn(secondsAfter(seconds), "staff", token)).toBe(true);
    }
    expect(await isIn(secondsAfter(limit - 1), "staff", token)).toBe(true);
    expect(await isIn(secondsAfter(limit + 1), "staff", token)).toBe(false);
  });

  it("ends earlier where the city has shortened the idle limit", async () => {
    const { token } = await enter(world.system, { portal: "staff", mail: administrator.mail });
    await world.behind`insert into municipality_setting (municipality_id, id, key, value)
      values (${cityId}, gen_random_uuid(), 'staffIdleMinutes', '5')`;
    expect(await isIn(secondsAfter(5 * 60 + 1), "staff", token)).toBe(false);
    await world.behind`delete from municipality_setting`;
  });

  it("opens only its own portal", async () => {
    const { token } = await enter(world.system, { portal: "staff", mail: administrator.mail });
    expect(await isIn(morning, "partner", token)).toBe(false);
    expect(await isIn(morning, "staff", token)).toBe(true);
  });

  it("is a new one after signing in, and the one before is worth nothing", async () => {
    const before = await enter(world.system, { portal: "staff", mail: administrator.mail });
    const after = await signIn(world.system, {
      portal: "staff",
      mail: administrator.mail,
      password,
      clientAddress: "198.51.100.7",
      previousToken: before.token,
    });
    expect(after.sessionToken).not.toBe(before.token);
    expect(await isIn(morning, "staff", before.token)).toBe(false);
    expect(await isIn(morning, "staff", after.sessionToken ?? "")).toBe(true);
  });

  it("ends by signing out, and no other with it", async () => {
    const first = await enter(world.system, { portal: "staff", mail: administrator.mail });
    const second = await enter(world.system, { portal: "staff", mail: administrator.mail });
    await signOut(world.system, { portal: "staff", sessionToken: first.token });
    await signOut(world.system, { portal: "staff", sessionToken: first.token });
    expect(await isIn(morning, "staff", first.token)).toBe(false);
    expect(await isIn(morning, "staff", second.token)).toBe(true);
  });

  it("ends with the next request after its account is stopped, and stays ended when it opens again", async () => {
    const userId = await register("leaves@example.jp");
    const { token } = await enter(world.system, { portal: "staff", mail: "leaves@example.jp" });
    const stop = { requestId: requestId(), userId, version: await versionOf(userId) };
    await deactivateUser.execute(administrator.context, stop);
    expect(await isIn(morning, "staff", token)).toBe(false);
    const attempt = { portal: "staff", mail: "leaves@example.jp", password, clientAddress: "198.51.100.7" } as const;
    expect(await answerOf(signIn(world.system, attempt))).toBe("unauthenticated identity.wrong_credentials");
    const open = { requestId: requestId(), userId, version: await versionOf(userId) };
    await reactivateUser.execute(administrator.context, open);
    expect(await isIn(morning, "staff", token)).toBe(false);
    expect(await answerOf(signIn(world.system, attempt))).toBe("done");
  });

  it("carries no right of a role that has ended, from the next request on", async () => {
    const userId = await register("moves@example.jp");
    const { id: assignmentId } = await giveRole(administrator.context, userId, "caseCoordinator");
    const { token } = await enter(world.system, { portal: "staff", mail: "moves@example.jp" });
    const roles = async () =>
      (await resolveActor(world.system, { portal: "staff", sessionToken: token }))?.roles.map(({ code }) => code);
    expect(await roles()).toEqual(["caseCoordinator"]);
    await endRole.execute(administrator.context, { requestId: requestId(), userId, assignmentId, version: 1 });
    expect(await roles()).toEqual([]);
  });
});

describe("signing in", () => {
  const attempt = (own: { mail: string; password?: string; portal?: "staff" | "partner"; clientAddress?: string }) =>
    answerOf(signIn(world.system, { portal: "staff", password, clientAddress: "203.0.113.1", ...own }));

  it("answers the same for an unknown mail, a wrong password and the wrong portal", async () => {
    const answers = [
      await attempt({ mail: "nobody@example.jp", clientAddress: "203.0.113.1" }),
      await attempt({ mail: administrator.mail, password: "aki no komichi wo aruku", clientAddress: "203.0.114.1" }),
      await attempt({ mail: administrator.mail, portal: "partner", clientAddress: "203.0.115.1" }),
    ];
    expect(new Set(answers)).toEqual(new Set(["unauthenticated identity.wrong_credentials"]));
  });

  it("asks the database as often for an unknown mail as for a wrong password, so that time does not tell", async () => {
    const askedFor = async (mail: string, clientAddress: string): Promise<number> => {
      let asked = 0;
      const { db } = world.system;
      const counting: typeof db = {
        ...db,
        asActor: (settings, work) => {
          asked += 1;
          return db.asActor(settings, work);
        },
      };
      const wrong = { portal: "staff", mail, password: "aki no komichi wo aruku", clientAddress } as const;
      await answerOf(signIn({ ...world.system, db: counting }, wrong));
      return asked;
    };
    const known = await askedFor(administratorMail, "203.0.170.1");
    expect(known).toBeGreaterThan(0);
    expect(await askedFor("nobody@example.jp", "203.0.171.1")).toBe(known);
  });

  it.each([administratorMail, "nobody-at-all@example.jp"])(
    "is refused after five failures for %s, and open again after a quarter of an hour",
    async (mail) => {
      const clientAddress = "203.0.120.1";
      const wrong = { portal: "staff", mail, password: "aki no komichi wo aruku", clientAddress } as const;
      for (let count = 0; count < 5; count += 1) {
        expect(await answerOf(signIn(world.system, wrong))).toBe("unauthenticated identity.wrong_credentials");
      }
      expect(await answerOf(signIn(world.system, wrong))).toBe("limit identity.too_many_attempts");
      expect(await answerOf(signIn(world.system, { ...wrong, password }))).toBe("limit identity.too_many_attempts");
      // From elsewhere the account stays open: nobody can lock another out.
      expect(await answerOf(signIn(world.system, { ...wrong, clientAddress: "192.0.2.1" }))).toBe(
        "unauthenticated identity.wrong_credentials",
      );
      expect(await answerOf(signIn(at(secondsAfter(15 * 60 + 1)), wrong))).toBe(
        "unauthenticated identity.wrong_credentials",
      );
    },
  );

  it("lets no more than five through when a hundred are tried at once", async () => {
    const answers = await Promise.all(
      Array.from({ length: 100 }, () =>
        attempt({ mail: "crowd@example.jp", password: "aki no komichi wo aruku", clientAddress: "203.0.130.1" }),
      ),
    );
    expect(answers.filter((answer) => answer.startsWith("unauthenticated"))).toHaveLength(5);
  });

  it("of a whole office behind one address is not limited while the passwords fit", async () => {
    for (let count = 0; count < 60; count += 1) {
      expect(await attempt({ mail: administrator.mail, clientAddress: "203.0.140.1" })).toBe("done");
    }
  });

  it.each([
    { mail: "", password },
    { mail: "not an address", password },
    { mail: "a@example.jp", password: "" },
    { mail: "a@example.jp", password: "x".repeat(129) },
    { mail: "a\ud800@example.jp", password },
    { mail: "a@example.jp", password, municipality: "../x" },
  ])("with %j is refused by its fields", async (own) => {
    expect(await attempt(own)).toBe("invalid_input kernel.invalid_input");
  });

  it("is written into the audit of the city, as are its refusal and signing out", async () => {
    const userId = await register("audited@example.jp");
    const before = await world.behind<Record<string, unknown>[]>`select id from audit_entry where user_id = ${userId}`;
    await attempt({ mail: "audited@example.jp", password: "aki no komichi wo aruku", clientAddress: "203.0.150.1" });
    const { token } = await enter(world.system, { portal: "staff", mail: "audited@example.jp" });
    await signOut(world.system, { portal: "staff", sessionToken: token });
    const rows = await world.behind<
      Record<string, unknown>[]
    >`select kind, action, reason, municipality_id from audit_entry
      where user_id = ${userId} order by id offset ${before.length}`;
    expect(rows.map((row) => [row["kind"], row["action"], row["reason"]])).toEqual([
      ["refusal", "identity.signIn", "identity.wrong_credentials"],
      ["command", "identity.signIn", null],
      ["command", "identity.signOut", null],
    ]);
    expect(new Set(rows.map((row) => row["municipality_id"]))).toEqual(new Set([cityId]));
  });
});

describe("one mail address in two cities", () => {
  it("is asked for its city only after the password has fitted both", async () => {
    const iruma = await foundTestCity(world.system, "iruma");
    const other = await appointAdministrator(world.system, iruma, "admin@iruma.example.jp");
    await registerUser(other.context, { portal: "staff", mail: "both@example.jp" });
    await register("both@example.jp");
    const attempt = { portal: "staff", mail: "both@example.jp", password, clientAddress: "203.0.160.1" } as const;
    const wrong = { ...attempt, password: "aki no komichi wo aruku" };
    expect(await answerOf(signIn(world.system, wrong))).toBe("unauthenticated identity.wrong_credentials");
    await expect(signIn(world.system, attempt)).rejects.toMatchObject({
      kind: "unauthenticated",
      reason: "identity.choose_city",
      details: {
        cities: [
          { slug: "iruma", name: "入間市" },
          { slug: "kasugai", name: "春日井市" },
        ],
      },
    });
    expect(await signIn(world.system, { ...attempt, municipality: "iruma" })).toMatchObject({
      municipalityId: iruma.id,
    });
    expect(await signIn(world.system, { ...attempt, municipality: "kasugai" })).toMatchObject({
      municipalityId: cityId,
    });
    expect(await answerOf(signIn(world.system, { ...attempt, municipality: "toda" }))).toBe(
      "unauthenticated identity.wrong_credentials",
    );
  });
});
