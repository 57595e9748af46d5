import { sql } from "@tsunagari/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeCase } from "../case/close.ts";
import { answerOf, lastEntry, on, openWorld, requestId, takeIn, unknownId, type World } from "../case/test-world.ts";
import { addMeetingBody } from "../municipality/index.ts";
import { giveConsent, withdrawConsent } from "../consent/index.ts";
import { consentForm } from "../consent/test-stage.ts";
import {
  addAgendaItem,
  cancelMeeting,
  checkAgendaItem,
  conveneMeeting,
  countMeetings,
  getMeeting,
  holdMeeting,
  listDecisions,
  listMeetings,
  recordDecision,
  removeAgendaItem,
  reverseDecision,
} from "./index.ts";

let world: World;
let bodyId: string;
beforeAll(async () => {
  world = await openWorld();
  const body = {
    name: "重層的支援会議",
    legalBasis: "consented",
    host: "municipality",
    frequency: { kind: "asNeeded" },
  } as const;
  const founded = { requestId: requestId(), ...body, sinceOn: "2026-04-01" };
  bodyId = (await addMeetingBody.execute(world.people.administrator, founded)).id;
});
afterAll(() => world.close());

const meetsOn = "2026-05-20";
const convene = async (): Promise<string> => {
  const { section, agency } = world.city.departments;
  const { id } = await conveneMeeting.execute(world.people.coordinator, {
    requestId: requestId(),
    meetsOn,
    startsAtTime: "13:30",
    place: "市役所 3階",
    host: "地域共生推進課",
    memberDepartmentIds: [section, agency],
    meetingBodyId: bodyId,
  });
  return id;
};
const share = async (personId: string, departmentIds?: string[]) => {
  const { section, agency } = world.city.departments;
  return giveConsent.execute(
    world.people.coordinator,
    consentForm(personId, "informationSharing", { departmentIds: departmentIds ?? [section, agency] }),
  );
};
const table = (about: { meetingId: string; caseId: string; personId: string }) =>
  addAgendaItem.execute(world.people.coordinator, { requestId: requestId(), ...about, topic: "participationSupport" });
const hold = (meetingId: string) =>
  holdMeeting.execute(on(world.people.coordinator, meetsOn), { requestId: requestId(), meetingId, version: 1 });
const decide = (agendaItemId: string) =>
  recordDecision.execute(on(world.people.coordinator, meetsOn), {
    requestId: requestId(),
    agendaItemId,
    kind: "participationNeeded",
    note: "週に一度の外出から",
  });

describe("a consented meeting", () => {
  it("goes from the call to a decision, each step logged, and its agenda is read by the case's team", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    await share(personId);
    const meetingId = await convene();
    expect(await lastEntry(behind, "meeting.convene")).toMatchObject({ kind: "command", subjects: ["meeting"] });
    const { id: itemId } = await table({ meetingId, caseId, personId });
    expect(await lastEntry(behind, "meeting.addAgendaItem")).toMatchObject({ subjects: ["meeting", "person"] });
    await hold(meetingId);
    expect(await lastEntry(behind, "meeting.hold")).toMatchObject({ subjects: ["meeting"] });
    const { id: decisionId } = await decide(itemId);
    expect(await lastEntry(behind, "meeting.recordDecision")).toMatchObject({ subjects: ["decision", "meeting"] });
    const later = on(people.coordinator, "2026-05-21");
    expect(await listDecisions.execute(later, { caseId })).toMatchObject([
      { id: decisionId, kind: "participationNeeded", decidedOn: meetsOn, note: "週に一度の外出から", isInForce: true },
    ]);
    const seen = await getMeeting.execute(later, { meetingId });
    expect(seen).toMatchObject({
      status: "held",
      agendaItemCount: 1,
      items: [{ id: itemId, name: "架空 花子", isCovered: true }],
    });
    expect(seen.items[0]?.abilities.recordDecision).toBe("meeting.already_decided");
    expect(await lastEntry(behind, "meeting.read")).toMatchObject({ kind: "reading", subjects: ["person"] });
    const byColleague = await getMeeting.execute(on(people.colleague, "2026-05-21"), { meetingId });
    expect(byColleague).toMatchObject({ agendaItemCount: 1, items: [] });
    expect(await answerOf(listDecisions.execute(people.colleague, { caseId }))).toBe("not_found kernel.not_found");
    expect(await answerOf(getMeeting.execute(people.stranger, { meetingId }))).toBe("not_found kernel.not_found");
    expect(await answerOf(getMeeting.execute(people.administrator, { meetingId }))).toBe("not_found kernel.not_found");
    expect((await listMeetings.execute(people.coordinator, {})).items.map((one) => one.id)).toContain(meetingId);
    const ofCase = (context: typeof people.coordinator) => listMeetings.execute(context, { caseId });
    expect((await ofCase(people.coordinator)).items.map((one) => one.id)).toEqual([meetingId]);
    expect(await ofCase(people.colleague)).toMatchObject({ total: 0, items: [] });
  });

  it("is called for a day to come, of departments there are", async () => {
    const { people, otherCity } = world;
    const call = (changes: { meetsOn?: string; memberDepartmentIds?: string[] }) =>
      answerOf(
        conveneMeeting.execute(people.coordinator, {
          requestId: requestId(),
          meetsOn,
          host: "市",
          memberDepartmentIds: [world.city.departments.section],
          meetingBodyId: bodyId,
          ...changes,
        }),
      );
    expect(await call({ meetsOn: "2026-05-11" })).toBe("invalid_state meeting.in_the_past");
    expect(await call({ memberDepartmentIds: [otherCity.departments.section] })).toBe(
      "invalid_state meeting.unknown_member",
    );
    expect(await call({})).toBe("done");
  });

  it("is called off, not twice, and not on an old view", async () => {
    const { people } = world;
    const meetingId = await convene();
    const cancel = (version: number) =>
      answerOf(cancelMeeting.execute(people.coordinator, { requestId: requestId(), meetingId, version }));
    expect(await cancel(3)).toBe("conflict kernel.stale_version");
    expect(await cancel(1)).toBe("done");
    expect(await cancel(2)).toBe("invalid_state meeting.invalid_state");
  });
});

describe("consent of every member (D-38)", () => {
  it("lets nobody onto the agenda whose consent leaves a member out, and says which", async () => {
    const { behind, people } = world;
    const { section, agency } = world.city.departments;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    const meetingId = await convene();
    expect(await answerOf(table({ meetingId, caseId, personId }))).toBe("forbidden meeting.consent_missing");
    await share(personId, [section]);
    expect(await answerOf(table({ meetingId, caseId, personId }))).toBe("forbidden meeting.consent_missing");
    expect((await checkAgendaItem.execute(people.coordinator, { meetingId, personId })).missing).toEqual([
      { departmentId: agency, name: "地域包括支援センター" },
    ]);
    await share(personId);
    expect(await answerOf(table({ meetingId, caseId, personId }))).toBe("done");
    expect(await answerOf(table({ meetingId, caseId, personId }))).toBe("invalid_state meeting.already_on_agenda");
    expect((await checkAgendaItem.execute(people.coordinator, { meetingId, personId })).missing).toEqual([]);
  });

  it("is neither held nor decides after the consent was withdrawn before it", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    const { id: grantId } = await share(personId);
    const meetingId = await convene();
    const { id: itemId } = await table({ meetingId, caseId, personId });
    await withdrawConsent.execute(people.coordinator, { requestId: requestId(), grantId });
    expect(await answerOf(hold(meetingId))).toBe("forbidden meeting.consent_missing");
    expect(await answerOf(decide(itemId))).toBe("forbidden meeting.not_held");
    await removeAgendaItem.execute(people.coordinator, { requestId: requestId(), agendaItemId: itemId });
    expect(await lastEntry(behind, "meeting.removeAgendaItem")).toMatchObject({ subjects: ["meeting", "person"] });
    expect(await answerOf(hold(meetingId))).toBe("forbidden meeting.no_agenda");
  });

  it("records no decision about somebody whose consent ended on the day of the meeting", async () => {
    const { behind, people } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    const { id: grantId } = await share(personId);
    const meetingId = await convene();
    const { id: itemId } = await table({ meetingId, caseId, personId });
    await hold(meetingId);
    await withdrawConsent.execute(on(people.coordinator, meetsOn), { requestId: requestId(), grantId });
    expect(await answerOf(decide(itemId))).toBe("forbidden meeting.consent_missing");
  });

  it("counts also for the cases of others: their missing consent keeps the meeting from being held", async () => {
    const { behind, people } = world;
    const [mine, theirs] = [await takeIn(people.coordinator, behind), await takeIn(people.colleague, behind)];
    await share(mine.personId);
    const { section, agency } = world.city.departments;
    const { id: grantId } = await giveConsent.execute(
      people.colleague,
      consentForm(theirs.personId, "informationSharing", { departmentIds: [section, agency] }),
    );
    const meetingId = await convene();
    await table({ meetingId, ...mine });
    await addAgendaItem.execute(people.colleague, {
      requestId: requestId(),
      meetingId,
      ...theirs,
      topic: "planAdequacy",
    });
    await withdrawConsent.execute(people.colleague, { requestId: requestId(), grantId });
    expect((await getMeeting.execute(people.coordinator, { meetingId })).items).toMatchObject([mine]);
    expect(await answerOf(hold(meetingId))).toBe("forbidden meeting.consent_missing");
  });

  it("never reaches persons of other cases or none", async () => {
    const { behind, people } = world;
    const [mine, theirs] = [await takeIn(people.coordinator, behind), await takeIn(people.colleague, behind)];
    const meetingId = await convene();
    expect(await answerOf(table({ meetingId, ...theirs }))).toBe("not_found kernel.not_found");
    expect(await answerOf(table({ meetingId, caseId: mine.caseId, personId: theirs.personId }))).toBe(
      "not_found kernel.not_found",
    );
    expect(await answerOf(table({ meetingId: unknownId<"meeting">(), ...mine }))).toBe("not_found kernel.not_found");
  });
});

describe("a decision (D-05)", () => {
  const decided = async () => {
    const { behind, people } = world;
    const about = await takeIn(people.coordinator, behind);
    await share(about.personId);
    const meetingId = await convene();
    const { id: itemId } = await table({ meetingId, ...about });
    await hold(meetingId);
    const { id: decisionId } = await decide(itemId);
    return { ...about, itemId, decisionId };
  };

  it("is recorded once and reversed with a reason", async () => {
    const { caseId, itemId, decisionId } = await decided();
    expect(await answerOf(decide(itemId))).toBe("invalid_state meeting.already_decided");
    const later = on(world.people.coordinator, "2026-05-25");
    const reverse = () =>
      answerOf(reverseDecision.execute(later, { requestId: requestId(), decisionId, reason: "本人の希望が変わった" }));
    expect(await reverse()).toBe("done");
    expect(await lastEntry(world.behind, "meeting.reverseDecision")).toMatchObject({ subjects: ["decision"] });
    expect(await listDecisions.execute(later, { caseId })).toMatchObject([
      { id: decisionId, isInForce: false, reversalReason: "本人の希望が変わった" },
    ]);
    expect(await reverse()).toBe("invalid_state meeting.already_reversed");
  });

  it("ends with the episode of the case", async () => {
    const { caseId } = await decided();
    const later = on(world.people.coordinator, "2026-05-25");
    await closeCase.execute(later, { requestId: requestId(), caseId, version: 1, reason: "settled" });
    expect(await listDecisions.execute(later, { caseId })).toMatchObject([{ isInForce: false }]);
  });

  it("is refused by the database to whoever writes past the program", async () => {
    const { behind, city, people, system } = world;
    const { caseId, personId } = await takeIn(people.coordinator, behind);
    const { id: grantId } = await share(personId);
    const meetingId = await convene();
    const { id: itemId } = await table({ meetingId, caseId, personId });
    const write = () =>
      system.db.asActor(
        {
          role: "tsunagari_staff",
          municipalityId: city.id,
          userId: people.coordinator.actor.userId,
          clock: system.clock ?? null,
        },
        (tx) =>
          tx.execute(sql`insert into meeting_decision
              (municipality_id, id, agenda_item_id, case_id, person_id, kind, decided_on, recorded_at, recorded_by)
            values (${city.id}::uuid, gen_random_uuid(), ${itemId}::uuid, ${caseId}::uuid, ${personId}::uuid,
              'participationNeeded', '2026-05-20', now(), ${people.coordinator.actor.userId}::uuid)`),
      );
    await expect(write()).rejects.toMatchObject({ cause: { code: "42501" } });
    await hold(meetingId);
    await withdrawConsent.execute(on(people.coordinator, "2026-05-20"), { requestId: requestId(), grantId });
    await expect(write()).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

describe("回 and 件 (D-06)", () => {
  it("counts meetings held and distinct cases apart, over the whole city", async () => {
    const { behind, people } = world;
    const period = { fromOn: meetsOn, toOn: meetsOn };
    const before = await countMeetings.execute(people.coordinator, period);
    const [one, two] = [await takeIn(people.coordinator, behind), await takeIn(people.coordinator, behind)];
    await share(one.personId);
    await share(two.personId);
    for (const about of [[one, two], [one]]) {
      const meetingId = await convene();
      for (const person of about) await table({ meetingId, ...person });
      await hold(meetingId);
    }
    await convene();
    const after = await countMeetings.execute(people.colleague, period);
    expect([after.meetings - before.meetings, after.cases - before.cases]).toEqual([2, 2]);
    expect(await answerOf(countMeetings.execute(people.administrator, period))).toBe("forbidden meeting.role_missing");
  });
});
