import { civilDateOf } from "@tsunagari/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getAccessSheet, listCaseAccess, listPersonAccess } from "../audit/index.ts";
import { closeCase, getCase, listCases, protectPerson } from "../case/index.ts";
import { employ, lastEntry } from "../case/test-world.ts";
import { getConsentSheet, listConsents } from "../consent/index.ts";
import type { Context } from "../kernel/index.ts";
import { countMeetings, getMeeting, listDecisions } from "../meeting/index.ts";
import { listNotices } from "../notice/index.ts";
import {
  getReceivedReferral,
  getReferral,
  listReferralHistory,
  listReferralsForCase,
  previewReferral,
  withdrawReferral,
} from "../referral/index.ts";
import {
  answerOf,
  on,
  openWorld,
  requestId,
  seen,
  sentFor,
  takeInWithConsent,
  type Consented,
  type World,
} from "../referral/test-world.ts";
import {
  carryOutRetention,
  confirmRetention,
  endRetentionOfficer,
  listDestroyed,
  listRetention,
  listRetentionOfficers,
  nameRetentionOfficer,
  postponeRetention,
  resumeRetention,
  revokeRetention,
} from "./index.ts";

/** The case was closed in fiscal year 2026; five years are over with this day. */
const dueOn = "2032-04-01";

let world: World;
let officer: Context;
let person: Consented;
let referralId: string;

beforeAll(async () => {
  world = await openWorld();
  const { people, city } = world;
  const { section } = city.departments;
  officer = await employ(people.administrator, city, { role: "sectionOfficer", department: section, scope: section });
  person = await takeInWithConsent(world);
  const sent = await sentFor(world, person);
  referralId = sent;
  const given = { reasonCode: "by_person", note: "本人が休むと決めた" } as const;
  await withdrawReferral.execute(people.coordinator, { ...(await seen(world, sent)), ...given });
  await closeCase.execute(people.coordinator, {
    requestId: requestId(),
    caseId: person.caseId,
    version: 1,
    reason: "settled",
    note: "落ち着いた",
  });
});
afterAll(() => world.close());

const night = (day: string) => carryOutRetention(on(world.worker, day));
const listed = async (day: string) => (await listRetention.execute(on(officer, day), {})).items;
const item = async (day: string) => {
  const [first] = await listed(day);
  return { retentionDueId: first?.id ?? "", version: first?.version ?? 0 };
};
const confirm = async (day: string, as = officer) =>
  confirmRetention.execute(on(as, day), { requestId: requestId(), items: [await item(day)], isUnderstood: true });
const administrator = (day: string) => on(world.people.administrator, day);
const coordinator = () => on(world.people.coordinator, "2032-05-01");

/** How many rows every table but the keys holds: what figures are made of. */
const rowCounts = async () => {
  const tables = [
    "support_case",
    "person",
    "person_field",
    "case_event",
    "consent_grant",
    "referral",
    "referral_event",
  ];
  const counts = [];
  for (const table of [...tables, "referral_packet_field", "meeting_decision", "agenda_item"]) {
    const [row] = await world.behind`select count(*)::int as rows from ${world.behind(table)}`;
    counts.push([table, row?.["rows"]]);
  }
  return counts;
};
const figures = async () => ({
  rows: await rowCounts(),
  handled: await countMeetings.execute(coordinator(), {
    fromOn: civilDateOf("2026-04-01"),
    toOn: civilDateOf("2027-03-31"),
  }),
});
const keysLeft = async (): Promise<readonly number[]> => {
  const [row] = await world.behind<{ keys: number; tokens: number; case_keys: number }[]>`select
      (select count(*)::int from person_key where case_id = ${person.caseId}) as keys,
      (select count(*)::int from person_name_token where case_id = ${person.caseId}) as tokens,
      (select count(*)::int from support_case where id = ${person.caseId} and wrapped_key is not null) as case_keys`;
  return row === undefined ? [] : [row.keys, row.tokens, row.case_keys];
};

describe("the night's list", () => {
  it("holds a case from the day on, and tells the administrator while nobody is named", async () => {
    await night("2032-03-31");
    expect(await listed("2032-03-31")).toEqual([]);
    await night(dueOn);
    await night(dueOn);
    expect(await listed(dueOn)).toMatchObject([
      { status: "due", dueOn, abilities: { confirm: "retention.officer_only" } },
    ]);
    const notices = await listNotices.execute(administrator(dueOn), {});
    expect(notices.items.map(({ kind }) => kind)).toEqual(["retention.no_officer"]);
  });

  it("is confirmed by a named officer alone, who must hold the role", async () => {
    const { coordinator: other, administrator: admin } = world.people;
    expect(await answerOf(confirm(dueOn))).toBe("forbidden retention.officer_only");
    expect(await answerOf(confirm(dueOn, admin))).toBe("forbidden retention.officer_only");
    expect(await answerOf(listRetention.execute(other, {}))).toBe("forbidden retention.reader_only");
    const name = (userId: string) =>
      nameRetentionOfficer.execute(administrator(dueOn), { requestId: requestId(), userId });
    expect(await answerOf(name(other.actor.userId))).toBe("invalid_input retention.not_a_section_officer");
    const userId = officer.actor.kind === "staff" ? officer.actor.userId : "";
    await name(userId);
    expect(await answerOf(name(userId))).toBe("invalid_state retention.already_named");
    expect((await listed(dueOn))[0]?.abilities.confirm).toBe(true);
  });

  it("is put off until a day, and stands there again on it", async () => {
    const put = async (untilOn: string) =>
      postponeRetention.execute(on(officer, dueOn), {
        requestId: requestId(),
        items: [await item(dueOn)],
        untilOn,
        reason: "disclosureRequest",
      });
    expect(await answerOf(put(dueOn))).toBe("invalid_input retention.date_out_of_range");
    await put("2032-04-10");
    await night("2032-04-09");
    expect(await listed("2032-04-09")).toMatchObject([{ status: "postponed", postponeReason: "disclosureRequest" }]);
    await resumeRetention.execute(on(officer, "2032-04-09"), {
      requestId: requestId(),
      items: [await item("2032-04-09")],
    });
    await put("2032-04-10");
    await night("2032-04-10");
    expect(await listed("2032-04-10")).toMatchObject([{ status: "due", postponeReason: null, decidedBy: null }]);
  });

  it("loses what the city keeps longer since, confirmed or not", async () => {
    await confirm("2032-04-10");
    const set = (years: number) => world.behind`insert into municipality_setting (municipality_id, id, key, value)
      values (${world.city.id}, gen_random_uuid(), 'caseRetentionYears', ${years})
      on conflict (municipality_id, key) do update set value = excluded.value`;
    await set(10);
    await night("2032-04-20");
    expect(await listed("2032-04-20")).toEqual([]);
    await set(5);
    await night("2032-04-20");
    expect(await listed("2032-04-20")).toMatchObject([{ status: "due" }]);
    expect((await keysLeft())[2]).toBe(1);
  });
});

describe("a confirmation", () => {
  it("destroys nothing for a week, and can be taken back until then", async () => {
    await confirm("2032-04-20");
    await night("2032-04-26");
    await revokeRetention.execute(on(officer, "2032-04-26"), {
      requestId: requestId(),
      items: [await item("2032-04-26")],
    });
    await night("2032-04-27");
    const [keys, tokens, caseKeys] = await keysLeft();
    expect([keys, caseKeys]).toEqual([1, 1]);
    expect(tokens).toBeGreaterThan(0);
  });

  it("then destroys the keys and the tokens, and changes no figure", async () => {
    const before = await figures();
    await confirm("2032-04-24");
    expect(await night("2032-05-01")).toEqual({ destroyed: 1 });
    expect(await keysLeft()).toEqual([0, 0, 0]);
    expect(await figures()).toEqual(before);
    expect(await listed("2032-05-01")).toEqual([]);
    const { items } = await listDestroyed.execute(on(officer, "2032-05-01"), {});
    expect(items).toMatchObject([{ status: "destroyed", decidedBy: "架空 sectionOfficer" }]);
    expect(await lastEntry(world.behind, "retention.destroy")).toMatchObject({ kind: "command", subjects: ["case"] });
    expect(await night("2032-05-02")).toEqual({ destroyed: 0 });
  });
});

describe("a case whose keys are destroyed", () => {
  it("opens on every screen, without a word of the person", async () => {
    const { caseId, personId } = person;
    const shown: unknown[] = [
      await getCase.execute(coordinator(), { caseId }),
      (await listCases.execute(coordinator(), {})).items.find(({ id }) => id === caseId),
      await listConsents.execute(coordinator(), { caseId }),
      await getConsentSheet.execute(coordinator(), { personId }),
      await listDecisions.execute(coordinator(), { caseId }),
      await getReferral.execute(coordinator(), { referralId }),
      await listReferralsForCase.execute(coordinator(), { caseId }),
      await listPersonAccess.execute(coordinator(), { personId }),
      await listCaseAccess.execute(coordinator(), { caseId }),
      await getAccessSheet.execute(coordinator(), { personId }),
      await listReferralHistory.execute(on(world.partners.receiver, "2032-05-01"), {}),
      await getReceivedReferral.execute(on(world.partners.receiver, "2032-05-01"), { referralId }),
    ];
    const [row] = await world.behind`select meeting_id from agenda_item where case_id = ${caseId}`;
    shown.push(await getMeeting.execute(coordinator(), { meetingId: String(row?.["meeting_id"]) }));
    expect(JSON.stringify(shown)).not.toMatch(
      /花子|はなこ|架空町|0568-00-0001|十年ほど|料理をしてみたい|休むと決めた|落ち着いた/u,
    );
    expect(shown[0]).toMatchObject({ erasedAt: new Date("2032-05-01T00:00:00Z"), summary: null });
    expect((await listCases.execute(coordinator(), { name: "花子" })).items).toEqual([]);
  });

  it("takes nothing more", async () => {
    const protect = { requestId: requestId(), personId: person.personId };
    expect(await answerOf(protectPerson.execute(coordinator(), protect))).toBe("forbidden case.erased");
    const preview = previewReferral.execute(coordinator(), { referralId, asStep: 1 });
    expect(await answerOf(preview)).toBe("forbidden referral.erased");
  });
});

it("an ended naming confirms nothing", async () => {
  const day = "2032-06-01";
  const { officers } = await listRetentionOfficers.execute(administrator(day), {});
  const [named] = officers;
  const ending = { requestId: requestId(), retentionOfficerId: named?.id ?? "", version: named?.version ?? 0 };
  await endRetentionOfficer.execute(administrator(day), ending);
  expect((await listRetention.execute(on(officer, day), {})).isNamedOfficer).toBe(false);
});
