import type { ReferralId } from "@tsunagari/domain/referral";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getCase, listCases, openCase } from "../case/index.ts";
import { intake } from "../case/test-world.ts";
import { getMe } from "../identity/index.ts";
import { conveneMeeting, getMeeting, listMeetings, listSittingBodies } from "../meeting/index.ts";
import { addMeetingBody, renameMeetingBody, setProgram } from "../municipality/index.ts";
import { createReferralDraft, getReferral, sendReferral } from "./index.ts";
import {
  answerOf,
  draftFor,
  on,
  openWorld,
  requestId,
  takeInWithConsent,
  versionOf,
  type World,
} from "./test-world.ts";

let world: World;
let ready: Awaited<ReturnType<typeof takeInWithConsent>> & { readonly referralId: ReferralId };
beforeAll(async () => {
  world = await openWorld();
  const person = await takeInWithConsent(world);
  ready = { ...person, referralId: await draftFor(world, person) };
  for (const program of ["multiAgency", "participationSupport"] as const) {
    await setProgram.execute(world.people.administrator, {
      requestId: requestId(),
      program,
      status: "ended",
      sinceOn: endsOn,
      version: 1,
    });
  }
});
afterAll(() => world.close());

const endsOn = "2026-05-20";
const before = () => on(world.people.coordinator, "2026-05-19");
const after = () => on(world.people.coordinator, endsOn);
const convening = (more: object = {}) => ({
  requestId: requestId(),
  meetsOn: "2026-05-28",
  host: "地域共生推進課",
  memberDepartmentIds: [world.city.departments.section],
  meetingBodyId: requestId(),
  ...more,
});

describe("what a city does not run is not offered", () => {
  it("no referral is drafted or sent from the day participation support has ended, and what was stays readable", async () => {
    const { referralId, caseId, personId } = ready;
    const draft = { requestId: requestId(), caseId, personId, activityId: world.activityId, consentGrantId: null };
    expect(await answerOf(createReferralDraft.execute(after(), { ...draft, parentId: null }))).toBe(
      "forbidden referral.program_ended",
    );
    const send = { requestId: requestId(), referralId, version: await versionOf(world, referralId) };
    expect(await answerOf(sendReferral.execute(after(), send))).toBe("forbidden referral.program_ended");
    expect(await getReferral.execute(after(), { referralId })).toMatchObject({
      abilities: { send: "referral.program_ended" },
    });
    expect(await answerOf(sendReferral.execute(before(), { ...send, requestId: requestId() }))).toBe("done");
  });

  it("no case is taken in and no meeting called from the day 多機関協働 has ended; cases stay readable", async () => {
    expect(await answerOf(openCase.execute(after(), intake()))).toBe("invalid_state case.program_ended");
    expect(await answerOf(conveneMeeting.execute(after(), convening()))).toBe("invalid_state case.program_ended");
    const { items, abilities } = await listCases.execute(after(), {});
    expect(items.map(({ id }) => id)).toContain(ready.caseId);
    expect(abilities.open).toBe("case.program_ended");
    expect((await listMeetings.execute(after(), {})).abilities.convene).toBe("case.program_ended");
    expect(await getCase.execute(after(), { caseId: ready.caseId })).toMatchObject({ id: ready.caseId });
    expect(await answerOf(openCase.execute(before(), intake()))).toBe("done");
  });

  it("is told to the portals with the session", async () => {
    const { offer, abilities } = await getMe.execute(after(), {});
    expect(offer.programs.find(({ program }) => program === "multiAgency")).toEqual({
      program: "multiAgency",
      name: "多機関協働事業",
      state: "ended",
      wasRun: true,
      startsOn: null,
    });
    expect(abilities.openCase).toBe("case.program_ended");
    expect((await getMe.execute(before(), {})).abilities.openCase).toBe(true);
  });
});

describe("a sitting of a body", () => {
  const found = async (legalBasis: "consented" | "confidential", sinceOn = "2026-05-01") =>
    addMeetingBody.execute(world.people.administrator, {
      requestId: requestId(),
      name: `${legalBasis} の会議`,
      legalBasis,
      host: "municipality",
      frequency: { kind: "timesPerYear", times: 2 },
      sinceOn,
    });

  it("needs a body of its legal kind and of its day, and bears the name the body has on that day (D-01)", async () => {
    const convene = async () => (await listMeetings.execute(before(), {})).abilities.convene;
    await found("confidential");
    expect(await convene()).toBe("meeting.no_body");
    const { id: coming } = await found("consented", "2026-05-29");
    const { id: standing } = await found("consented");
    expect(await convene()).toBe(true);
    const { bodies } = await listSittingBodies.execute(before(), {});
    expect(bodies.map(({ id }) => id)).toEqual([coming, standing]);
    expect(await answerOf(conveneMeeting.execute(before(), convening({ meetingBodyId: coming })))).toBe(
      "invalid_input meeting.unknown_body",
    );
    const { id: meetingId } = await conveneMeeting.execute(before(), convening({ meetingBodyId: standing }));
    const name = { requestId: requestId(), meetingBodyId: standing, name: "新しい名前の会議", version: 1 };
    await renameMeetingBody.execute(world.people.administrator, { ...name, sinceOn: "2026-05-29" });
    const seen = () => getMeeting.execute(on(world.people.coordinator, "2026-06-01"), { meetingId });
    expect(await seen()).toMatchObject({ label: "consented の会議", frequency: { kind: "timesPerYear", times: 2 } });
    // As those stand that were called before bodies were kept.
    await world.behind`update meeting set meeting_body_id = null where id = ${meetingId}`;
    expect(await seen()).toMatchObject({ meetingBodyId: null, frequency: null, status: "scheduled" });
  });

  it("bears its name, and has its legal kind (D-01)", async () => {
    const { id: meetingBodyId } = await found("consented");
    const { id: meetingId } = await conveneMeeting.execute(before(), convening({ meetingBodyId }));
    expect(await getMeeting.execute(before(), { meetingId })).toMatchObject({
      meetingBodyId,
      label: "consented の会議",
      legalBasis: "consented",
    });
    const { id: other } = await found("confidential");
    expect(await answerOf(conveneMeeting.execute(before(), convening({ meetingBodyId: other })))).toBe(
      "invalid_input meeting.body_of_other_kind",
    );
  });

  it("cannot be of another kind than its body, whoever writes the row", async () => {
    const { id: meetingBodyId } = await found("confidential");
    const written = world.behind`insert into meeting
        (municipality_id, id, legal_basis, meeting_body_id, status, meets_on, host, convened_by)
      values (${world.city.id}, gen_random_uuid(), 'consented', ${meetingBodyId}, 'scheduled', '2026-05-28', '市',
        ${world.people.coordinator.actor.userId})`;
    await expect(written).rejects.toThrow(/meeting_meeting_body_id_fk/u);
  });
});
