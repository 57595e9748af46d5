import { asId } from "@tsunagari/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { narrowConsent, withdrawConsent } from "../consent/index.ts";
import type { Context } from "../kernel/index.ts";
import {
  acceptReferral,
  createReferralDraft,
  getReceivedReferral,
  getReferral,
  listReferralInbox,
  sendReferral,
  updateReferralDraft,
} from "./index.ts";
import {
  acceptedFor,
  answerOf,
  draftFor,
  everyGroup,
  on,
  openWorld,
  packet,
  placesOf,
  requestId,
  seen,
  sentFor,
  statusOf,
  takeInWithConsent,
  today,
  yes,
  type World,
} from "./test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const send = async (id: Awaited<ReturnType<typeof draftFor>>, as: Context = world.people.coordinator) =>
  answerOf(sendReferral.execute(as, await seen(world, id)));
const accept = async (id: Awaited<ReturnType<typeof draftFor>>, as: Context = world.partners.receiver) =>
  answerOf(acceptReferral.execute(as, { ...(await seen(world, id)), ...yes }));

describe("sending is refused", () => {
  it("without a decision of a consented meeting, until there is one or the city asks for none", async () => {
    const person = await takeInWithConsent(world);
    const id = await draftFor(world, person);
    await world.behind`update meeting_decision set reversed_at = '2026-05-11T15:00:00Z' where person_id = ${person.personId}`;
    expect(await send(id)).toBe("forbidden referral.gate_not_passed");
    const { city } = world;
    await world.behind`insert into municipality_setting (municipality_id, id, key, value) values (${city.id}, gen_random_uuid(), 'participationGate', '"none"')`;
    expect(await send(id)).toBe("done");
    await world.behind`delete from municipality_setting where municipality_id = ${city.id}`;
  });

  it("without a chosen consent, under one that names another, and under one that has ended", async () => {
    const person = await takeInWithConsent(world);
    const id = await draftFor(world, person);
    const { behind } = world;
    await behind`update consent_grant_recipient set organization_id = ${world.otherOrganizationId} where grant_id = ${person.grantId}`;
    expect(await send(id)).toBe("forbidden referral.consent_other_recipient");
    await behind`update consent_grant_recipient set organization_id = ${world.organizationId} where grant_id = ${person.grantId}`;
    expect(await send(id, on(world.people.coordinator, "2027-05-12"))).toBe("forbidden referral.consent_ended");
    await behind`update referral set consent_grant_id = null where id = ${id}`;
    expect(await send(id)).toBe("forbidden referral.consent_not_chosen");
  });

  it("where a chosen field lies in no consented group", async () => {
    const id = await draftFor(world, await takeInWithConsent(world, { dataGroups: ["wishes", "needs"] }));
    expect(await send(id)).toBe("forbidden referral.field_not_consented");
  });

  it("where contact or area of a protected person is chosen, even though consented", async () => {
    const id = await draftFor(world, await takeInWithConsent(world, { isProtected: true }));
    expect(await send(id)).toBe("forbidden referral.protected_person");
  });

  it("where the organization has no permission or the activity takes nobody", async () => {
    const id = await draftFor(world, await takeInWithConsent(world));
    const { behind, organizationId, activityId } = world;
    await behind`update referral_permission set until_on = '2026-05-12' where organization_id = ${organizationId}`;
    expect(await send(id)).toBe("forbidden referral.permission_ended");
    await behind`update referral_permission set until_on = null where organization_id = ${organizationId}`;
    await behind`update activity set accepts_referrals = false where id = ${activityId}`;
    expect(await send(id)).toBe("forbidden referral.activity_not_accepting");
    await behind`update activity set accepts_referrals = true where id = ${activityId}`;
    expect(await send(id)).toBe("done");
  });

  it("where one is open already for the same person and activity", async () => {
    const person = await takeInWithConsent(world);
    await sentFor(world, person);
    expect(await send(await draftFor(world, person))).toBe("forbidden referral.open_twin");
  });

  it("with a packet that says neither wish nor need, and with a due date out of range", async () => {
    const person = await takeInWithConsent(world);
    const bare = await draftFor(world, person, { packet: { staffContact: "担当課" } });
    expect(await send(bare)).toBe("forbidden referral.packet_incomplete");
    for (const dueOn of ["2026-05-12", "2026-06-02"]) {
      await expect(draftFor(world, person, { dueOn })).rejects.toMatchObject({
        reason: "referral.due_on_out_of_range",
      });
      // Days pass between writing and sending.
      const aged = await draftFor(world, person);
      await world.behind`update referral set due_on = ${dueOn} where id = ${aged}`;
      expect(await send(aged)).toBe("invalid_input referral.due_on_out_of_range");
    }
  });

  it("for who is not assigned, and for the supervisor, who may read it", async () => {
    const id = await draftFor(world, await takeInWithConsent(world));
    expect(await send(id, world.people.colleague)).toBe("not_found kernel.not_found");
    expect(await send(id, world.people.administrator)).toBe("not_found kernel.not_found");
    expect(await send(id, world.people.stranger)).toBe("not_found kernel.not_found");
    expect(await send(id, world.people.supervisor)).toBe("forbidden referral.not_in_your_care");
  });
});

describe("a draft", () => {
  it("refuses text of the first step that names the person, fields nobody stated and areas not disclosable", async () => {
    const person = await takeInWithConsent(world);
    const id = await draftFor(world, person);
    const save = async (changed: typeof packet | Record<string, unknown>) =>
      answerOf(
        updateReferralDraft.execute(world.people.coordinator, {
          ...(await seen(world, id)),
          consentGrantId: person.grantId,
          purpose: "participation",
          contactWay: "phone",
          packet: changed,
        }),
      );
    expect(await save({ ...packet, wishes: "はなさんは料理が好き" })).toBe("invalid_input referral.text_names_person");
    expect(await save({ ...packet, personFields: ["mail"] })).toBe("invalid_input referral.unknown_field");
    expect(await save({ ...packet, areaId: person.caseId })).toBe("invalid_input referral.area_not_disclosable");
    expect(await save(packet)).toBe("done");
  });

  it("tells each field that names the person, so that the form can show where", async () => {
    const person = await takeInWithConsent(world);
    const id = await draftFor(world, person);
    const saving = updateReferralDraft.execute(world.people.coordinator, {
      ...(await seen(world, id)),
      consentGrantId: person.grantId,
      packet: { ...packet, wishes: "はなさんは料理が好き", times: "花子さんは土曜" },
    });
    await expect(saving).rejects.toMatchObject({
      details: {
        fields: [
          { path: "packet.wishes", code: "names_person" },
          { path: "packet.times", code: "names_person" },
        ],
      },
    });
  });

  it("is begun only for a person of the case", async () => {
    const [one, other] = [await takeInWithConsent(world), await takeInWithConsent(world)];
    const input = {
      requestId: requestId(),
      caseId: one.caseId,
      personId: other.personId,
      activityId: world.activityId,
    };
    expect(await answerOf(createReferralDraft.execute(world.people.coordinator, input))).toBe(
      "invalid_input referral.other_person",
    );
  });
});

describe("the end of a consent", () => {
  it("ends open referrals, closes every byte of the packet at once and gives places back", async () => {
    const { receiver } = world.partners;
    const { coordinator } = world.people;
    const before = await placesOf(world, world.activityId);
    const person = await takeInWithConsent(world);
    const id = await acceptedFor(world, person);
    await withdrawConsent.execute(coordinator, {
      requestId: requestId(),
      grantId: asId<"consentGrant">(person.grantId),
    });
    expect(await statusOf(world, id)).toBe("withdrawn");
    expect(await placesOf(world, world.activityId)).toBe(before);
    const left = await getReceivedReferral.execute(receiver, { referralId: id });
    expect(left).toMatchObject({
      status: "withdrawn",
      reasonCode: null,
      packet: { openSteps: [], lines: [] },
    });
    // D-03: told that it has ended, not why.
    expect(JSON.stringify(left.history)).not.toContain("onsent");
    expect(JSON.stringify(left)).not.toMatch(/花子|料理|静かな|午前|0568/u);
  });

  it("lets nobody accept what has been withdrawn", async () => {
    const person = await takeInWithConsent(world);
    const id = await sentFor(world, person);
    await withdrawConsent.execute(world.people.coordinator, {
      requestId: requestId(),
      grantId: asId<"consentGrant">(person.grantId),
    });
    expect(await accept(id)).toBe("invalid_state referral.invalid_state");
  });

  it("closes the packet by its date, before any job has run", async () => {
    const { receiver } = world.partners;
    const id = await acceptedFor(world, await takeInWithConsent(world, { lastOn: "2026-05-20" }));
    const lastDay = await getReceivedReferral.execute(on(receiver, "2026-05-20"), { referralId: id });
    expect(lastDay.packet.lines).not.toEqual([]);
    const after = await getReceivedReferral.execute(on(receiver, "2026-05-21"), { referralId: id });
    expect(after).toMatchObject({
      status: "accepted",
      packet: { openSteps: [], lines: [] },
      abilities: { start: "referral.consent_ended" },
    });
  });

  it("moves what a narrower consent covers, and ends the rest", async () => {
    const { coordinator } = world.people;
    const person = await takeInWithConsent(world);
    const [kept, ended] = [
      await sentFor(world, person, { packet: { wishes: "料理", staffContact: "担当課" } }),
      await sentFor(world, person, { activityId: await world.addActivity(3) }),
    ];
    await narrowConsent.execute(coordinator, {
      requestId: requestId(),
      grantId: asId<"consentGrant">(person.grantId),
      purpose: "partnerDisclosure",
      organizationIds: [world.organizationId],
      dataGroups: everyGroup.filter((group) => group !== "contact"),
      givenOn: today,
      lastOn: "",
      form: "written",
      givenBy: "person",
    });
    expect(await statusOf(world, kept)).toBe("sent");
    expect(await statusOf(world, ended)).toBe("withdrawn");
    const view = await getReferral.execute(coordinator, { referralId: kept });
    expect(view.history.map((line) => line.event)).toEqual(["send", "moveConsent"]);
    expect(view.consent.grantId).not.toBe(person.grantId);
    expect(
      (await getReceivedReferral.execute(world.partners.receiver, { referralId: kept })).packet.lines,
    ).toHaveLength(2);
  });
});

describe("other organizations, other cities, other roles", () => {
  it("find nothing, and get nothing from acting", async () => {
    const id = await acceptedFor(world, await takeInWithConsent(world));
    for (const outsider of [world.partners.neighbor, world.partners.foreigner, world.partners.owner]) {
      expect(await answerOf(getReceivedReferral.execute(outsider, { referralId: id }))).toBe(
        "not_found kernel.not_found",
      );
      expect(await accept(id, outsider)).toBe("not_found kernel.not_found");
    }
    expect((await listReferralInbox.execute(world.partners.neighbor, {})).items).toEqual([]);
    expect(await answerOf(listReferralInbox.execute(world.partners.owner, {}))).toBe(
      "forbidden referral.receiver_role_missing",
    );
    expect(await answerOf(getReferral.execute(world.people.stranger, { referralId: id }))).toBe(
      "not_found kernel.not_found",
    );
  });
});

describe("a protected person", () => {
  it("keeps contact from the partner even where it was in the packet when protection was raised", async () => {
    const person = await takeInWithConsent(world);
    const id = await acceptedFor(world, person);
    const fields = async () =>
      (await getReceivedReferral.execute(world.partners.receiver, { referralId: id })).packet.lines.map(
        (line) => line.field,
      );
    expect(await fields()).toContain("phone");
    await world.behind`update person set is_protected = true where id = ${person.personId}`;
    expect(await fields()).toEqual(["wishes", "needs", "times", "staffContact", "cautions", "preferredName", "name"]);
  });
});
