import { civilDateOf } from "@tsunagari/domain";
import { searchActivities, listActivities } from "@tsunagari/services/activity";
import { getCase, listCases } from "@tsunagari/services/case";
import { resolveActor, signIn } from "@tsunagari/services/identity";
import { openSystem, temporaryKeyRing, type Context, type OpenSystem } from "@tsunagari/services/kernel";
import { findCity } from "@tsunagari/services/municipality";
import { listNotices } from "@tsunagari/services/notice";
import { listOrganizations } from "@tsunagari/services/organization";
import { listMemberships } from "@tsunagari/services/platform";
import {
  getReceivedReferral,
  listReferralHistory,
  listReferralInbox,
  listReferralsForCase,
  markReferralSeen,
} from "@tsunagari/services/referral";
import { listRetention } from "@tsunagari/services/retention";
import { createTestDatabase, type TestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { demoPassword, demoSignIns, earliestDemoDay, seedDemo } from "./index.ts";
import { clockAt } from "./moment.ts";
import { stableId } from "./stable-id.ts";

/** A Wednesday in fiscal year 2026 (R8); the counted history ended on 2026-03-31 (R7). */
const day = civilDateOf("2026-07-01");
const noon = clockAt(day, "12:00");

let database: TestDatabase;
let opened: OpenSystem;
let system: OpenSystem & { readonly clock: string };
let firstAttempt: string;

/** A system whose program is killed after it has turned to the database so many times, in whatever way. */
const dyingAfter = (times: number): OpenSystem => {
  let left = times;
  const db = new Proxy(opened.db, {
    get: (target, name, receiver): unknown => {
      left -= 1;
      if (left < 0) throw new Error("killed");
      return Reflect.get(target, name, receiver);
    },
  });
  return { ...opened, db };
};

beforeAll(async () => {
  database = await createTestDatabase();
  opened = await openSystem({ databaseUrl: database.loginUrl, keys: temporaryKeyRing() });
  system = { ...opened, clock: noon };
  // Everything below is asked of a seeding that was broken off amid the memberships and carried on.
  firstAttempt = await seedDemo(dyingAfter(700), { day }).then(
    () => "done",
    () => "broken off",
  );
  await seedDemo(opened, { day });
}, 120_000);
afterAll(async () => {
  await opened.close();
  await database.drop();
});

let visitors = 0;
/** Signs in as anybody would, from an address of their own, and acts with the rights the session gives. */
const enter = async (mail: string): Promise<Context> => {
  const portal = demoSignIns.find((one) => one.mail === mail)?.portal ?? "staff";
  visitors += 1;
  const clientAddress = `198.51.100.${visitors}`;
  const signedIn = await signIn(system, {
    portal,
    mail,
    password: demoPassword,
    clientAddress,
  });
  const actor = await resolveActor(system, { portal, sessionToken: signedIn.sessionToken });
  if (!actor || signedIn.secondStep !== null || signedIn.mustChangePassword) throw new Error(`${mail} cannot work`);
  return { ...system, actor };
};
const kasugai = (name: string) => enter(`${name}@kasugai.example.jp`);

const everything = { page: 1, pageSize: 100 } as const;

describe("what waits on the day of the demo", () => {
  it("shows twenty-two living activities to the public, of which one is stale", async () => {
    const actor = { kind: "public", municipalityId: (await findCity(system, "kasugai"))?.id ?? null } as const;
    const found = await searchActivities.execute({ ...system, actor }, {});
    expect(found.total).toBe(22);
    const second = await searchActivities.execute({ ...system, actor }, { page: 2 });
    const stale = [...found.items, ...second.items].filter((item) => item.isStale);
    expect(stale.map((item) => item.title)).toEqual(["碁盤と将棋盤のある部屋"]);
  });

  it("has an activity in each state, and a change beside its public version", async () => {
    const moderator = await kasugai("chiiki");
    const { items } = await listActivities.execute(moderator, everything);
    const count = (status: string) => items.filter((item) => item.status === status).length;
    expect(["submitted", "returned", "published", "ended"].map(count)).toEqual([2, 1, 22, 1]);
    expect(items.filter((item) => item.status === "published" && item.workingStatus === "submitted")).toHaveLength(1);
  });

  it("keeps two applications to the platforms waiting, and one declined", async () => {
    const moderator = await kasugai("kanri");
    const waiting = await listMemberships.execute(moderator, { ...everything, status: "applied" });
    const declined = await listMemberships.execute(moderator, { ...everything, status: "declined" });
    expect([waiting.total, declined.total]).toEqual([2, 1]);
  });

  it("leaves only the notices of the last days unread", async () => {
    const { items } = await listNotices.execute(await kasugai("kanri"), { ...everything, onlyUnread: true });
    expect(items.map((item) => item.kind)).toContain("platform.applied");
    expect(items.every((item) => item.createdAt.toISOString() >= clockAt(civilDateOf("2026-06-24"), "00:00"))).toBe(
      true,
    );
  });
});

it("lists a closed case whose retention is over, for the officer to decide", async () => {
  const { items } = await listRetention.execute(await kasugai("shogai"), {});
  expect(items).toMatchObject([{ caseNumber: "R5-0001", dueOn: "2026-04-01", abilities: { confirm: true } }]);
});

describe("the sign-ins", () => {
  it.each(demoSignIns.map(({ label, mail }) => [label, mail] as const))(
    "%s can sign in and has rights",
    async (_label, mail) => {
      const { actor } = await enter(mail);
      expect("roles" in actor && actor.roles.length).toBeGreaterThan(0);
    },
  );
});

describe("the cases", () => {
  const titlesOf = async (name: string) => {
    const context = await kasugai(name);
    const { items } = await listReferralInbox.execute(context, everything);
    return items.map((item) => `${item.activityTitle} ${item.status}`);
  };

  it("gives each receiver what was sent to it, in its state", async () => {
    expect(await titlesOf("npo")).toEqual(["カフェ厨房でのパン作り sent"]);
    expect((await titlesOf("dagashi")).toSorted()).toEqual([
      "駄菓子の値札貼り in_progress",
      "駄菓子の値札貼り waitlisted",
    ]);
    expect(await titlesOf("shokudo")).toEqual(["みんなの夕ごはん accepted"]);
    expect(await titlesOf("shotengai")).toEqual([]);
  });

  it("remembers what ended: completed, declined, withdrawn with the consent", async () => {
    const endedOf = async (name: string) =>
      (await listReferralHistory.execute(await kasugai(name), everything)).items.map((item) => [
        item.status,
        item.reasonCode,
      ]);
    expect(await endedOf("shotengai")).toEqual([["completed", null]]);
    expect(await endedOf("shokudo")).toEqual([["declined", "no_capacity"]]);
    expect(await endedOf("npo")).toEqual([["withdrawn", null]]);
  });

  it("asks the receiver of a withdrawn referral to destroy its copies", async () => {
    const { items } = await listNotices.execute(await kasugai("npo"), { ...everything, onlyUnread: true });
    expect(items.filter((item) => item.asksConfirmation && item.confirmedAt === null)).toHaveLength(1);
  });

  it("shows a receiver the new request without a name", async () => {
    const context = await kasugai("npo");
    const { items } = await listReferralInbox.execute(context, everything);
    const referralId = items[0]?.id ?? "";
    await markReferralSeen.execute(context, { referralId, requestId: stableId<"request">("test", "seen") });
    const shown = JSON.stringify(await getReceivedReferral.execute(context, { referralId }));
    expect(shown).toContain("パンや菓子をつくる作業");
    expect(shown).not.toMatch(/夢川|せいいち/u);
  });

  it("never shows contact or area of the protected person to the receiver, though she consented to contact", async () => {
    const context = await kasugai("shokudo");
    const { items } = await listReferralInbox.execute(context, everything);
    const shown = JSON.stringify(await getReceivedReferral.execute(context, { referralId: items[0]?.id ?? "" }));
    expect(shown).toContain("みのりさん");
    expect(shown).not.toMatch(/0568-00-2004|石尾台|日常生活圏域|帆影/u);
  });

  it("shows each coordinator the own cases only, and the supervisor all of them without the protected name", async () => {
    const numbersOf = async (name: string) => (await listCases.execute(await kasugai(name), everything)).items;
    const [first, second, supervisor] = [
      await numbersOf("suishin"),
      await numbersOf("suishin2"),
      await numbersOf("kakaricho"),
    ];
    expect([first.length, second.length, supervisor.length]).toEqual([5, 4, 9]);
    const firstIds = new Set(first.map(({ id }) => id));
    expect(second.some(({ id }) => firstIds.has(id))).toBe(false);
    expect(supervisor.filter((item) => item.person?.isProtected).map((item) => item.person?.name)).toEqual([null]);
  });

  it("opens the main story to its team with a draft to follow a refusal elsewhere", async () => {
    const context = await kasugai("suishin");
    const { items } = await listCases.execute(context, everything);
    const main = items.find((item) => item.person?.name === "夢川 誠一");
    const { members, assignments } = await getCase.execute(context, { caseId: main?.id ?? "" });
    expect([members.length, assignments.length]).toEqual([2, 3]);
    const states = await Promise.all(
      items.map(async ({ id }) =>
        (await listReferralsForCase.execute(context, { caseId: id })).items.map(({ status }) => status),
      ),
    );
    expect(states.flat().toSorted()).toEqual(["accepted", "completed", "declined", "draft", "in_progress", "sent"]);
  });
});

describe("another city", () => {
  it("sees nothing of this one", async () => {
    const [staff, administrator] = [await enter("caseworker@toda.example.jp"), await enter("kanri@toda.example.jp")];
    const seen = await listCases.execute(staff, everything);
    expect(seen.items.map(({ person }) => person?.name)).toEqual(["綴野 りょう"]);
    expect((await listOrganizations.execute(administrator, everything)).total).toBe(3);
    const inbox = await listReferralInbox.execute(await enter("tomarigi@toda.example.jp"), everything);
    expect(inbox.items.map(({ activityTitle }) => activityTitle)).toEqual(["とまり木の縁側"]);
  });
});

describe("seeding again", () => {
  it("carries on where it was broken off, without doing anything twice", async () => {
    expect(firstAttempt).toBe("broken off");
    const { total } = await listOrganizations.execute(await kasugai("kanri"), everything);
    expect(total).toBe(60 + 125);
  });

  it("changes nothing and answers the same sign-ins", async () => {
    const rowsBefore = await listOrganizations.execute(await kasugai("kanri"), everything);
    expect(await seedDemo(opened, { day: civilDateOf("2026-08-01") })).toEqual(demoSignIns);
    expect(await listOrganizations.execute(await kasugai("kanri"), everything)).toEqual(rowsBefore);
  });

  it("refuses a day inside the counted history", async () => {
    await expect(seedDemo(opened, { day: civilDateOf("2026-03-31") })).rejects.toThrow(earliestDemoDay);
  });

  it("writes nothing into a database that is not marked as a demo", async () => {
    const production = await createTestDatabase();
    const behind = postgres(production.superuserUrl, { max: 1, onnotice: () => undefined });
    await behind`delete from app.environment`;
    const real = await openSystem({ databaseUrl: production.loginUrl, keys: temporaryKeyRing() });
    await expect(seedDemo(real, { day })).rejects.toThrow("not marked");
    expect(await behind`select slug from municipality`).toHaveLength(0);
    await behind.end();
    await real.close();
    await production.drop();
  });
});
