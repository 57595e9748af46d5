/* Threat 24: what an organization is sent before it accepts must not tell who it is about. */
import { referencedPacketFieldNames } from "@tsunagari/domain/referral";
import { scaled, seed } from "@tsunagari/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newId } from "../kernel/index.ts";
import { listReferralInbox } from "./receiver/list-received.ts";
import { changeAreaScheme, listAreas } from "../municipality/index.ts";
import { getReceivedReferral, getReferral, previewReferral, sendReferral } from "./index.ts";
import {
  answerOf,
  draftFor,
  openWorld,
  packet,
  requestId,
  seen,
  sentFor,
  takeInWithConsent,
  today,
  type World,
} from "./test-world.ts";

let world: World;
const areaId = newId<"area">();
const schemeId = newId<"areaScheme">();
beforeAll(async () => {
  world = await openWorld();
  await world.behind`insert into area_scheme (municipality_id, id, code, name, is_disclosable)
    values (${world.city.id}, ${schemeId}, 'platform', 'エリア', true)`;
  await world.behind`insert into area (municipality_id, id, scheme_id, code, name, sort_order, since_on)
    values (${world.city.id}, ${areaId}, ${schemeId}, 'east', '東エリア', 1, '2023-04-01')`;
});
afterAll(() => world.close());

/**
 * All there is on the wire before acceptance. A new key fails here: add it only if it tells neither who the person is nor
 * that it is the person of another referral.
 */
const firstStepKeys = [
  "abilities",
  "acceptedAt",
  "activityId",
  "activityTitle",
  "contactPersonName",
  "contactWay",
  "copiesDestroyedAt",
  "dueOn",
  "endedAt",
  "expectedOn",
  "firstContactOn",
  "firstStepOn",
  "hasFreePlace",
  "history",
  "id",
  "messages",
  "nextClockOn",
  "organizationId",
  "organizationName",
  "outcomeCode",
  "packet",
  "packetClosesOn",
  "placesFree",
  "purpose",
  "reasonCode",
  "reasonText",
  "seenAt",
  "sentAt",
  "serviceGiven",
  "shareBack",
  "status",
  "version",
  "waitlistedOn",
];
const firstStepFields = ["wishes", "needs", "times", "staffContact", "area"];
const identifying = /架空 花子|花子|かくう|はなさん|1976|02-03|架空町|0568-00-0001|大きな音/u;

const random = (state: { value: number }): number => {
  state.value = (state.value * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return state.value / 4_294_967_296;
};
const some = <Value>(values: readonly Value[], state: { value: number }): Value[] =>
  values.filter(() => random(state) < 0.5);

describe("what an organization is sent before it accepts", () => {
  it("has these keys and no other", async () => {
    const id = await sentFor(world, await takeInWithConsent(world));
    const shown = await getReceivedReferral.execute(world.partners.receiver, { referralId: id });
    expect(Object.keys(shown).toSorted()).toEqual(firstStepKeys);
    expect(shown.packet.openSteps).toEqual([1]);
  });

  it("identifies nobody, whatever was chosen for the packet, and names the area only where it was chosen", async () => {
    const state = { value: seed };
    for (let round = 0; round < scaled(15, 500); round += 1) {
      const person = await takeInWithConsent(world);
      const isAreaChosen = random(state) < 0.5;
      const offered = referencedPacketFieldNames.filter((field) => field !== "mail");
      const chosen = {
        wishes: packet.wishes,
        ...(random(state) < 0.5 ? { needs: packet.needs } : {}),
        ...(random(state) < 0.5 ? { cautions: packet.cautions } : {}),
        staffContact: packet.staffContact,
        ...(isAreaChosen ? { areaId } : {}),
        personFields: some(offered, state),
      };
      const id = await sentFor(world, person, { packet: chosen });
      const shown = await getReceivedReferral.execute(world.partners.receiver, { referralId: id });
      const fields = shown.packet.lines.map(({ field }) => field);
      expect(fields.filter((field) => !firstStepFields.includes(field))).toEqual([]);
      expect(fields.includes("area")).toBe(isAreaChosen);
      const inbox = await listReferralInbox.execute(world.partners.receiver, { pageSize: 100 });
      const bytes = JSON.stringify([shown, inbox]);
      expect(bytes).not.toMatch(identifying);
      for (const own of [person.personId, person.caseId, person.grantId]) expect(bytes).not.toContain(own);
    }
  }, 60_000);

  it("loses the area when the city takes its scheme back, sent or not, and has it again when it is given back", async () => {
    const { receiver } = world.partners;
    const { coordinator } = world.people;
    const withArea = { packet: { ...packet, areaId } };
    const sent = await sentFor(world, await takeInWithConsent(world), withArea);
    const old = await sentFor(world, await takeInWithConsent(world), withArea);
    const draft = await draftFor(world, await takeInWithConsent(world), withArea);
    await world.behind`update referral_packet_field set area_scheme_id = null where referral_id = ${old}`;
    const mark = async (isDisclosable: boolean) => {
      const { schemes } = await listAreas.execute(world.people.administrator, {});
      const scheme = schemes.find(({ id }) => id === schemeId);
      const version = scheme?.version ?? 0;
      const wish = { requestId: requestId(), schemeId, name: "エリア", isDisclosable, tier: 1, version };
      expect(await answerOf(changeAreaScheme.execute(coordinator, wish))).toBe(
        "forbidden municipality.administrator_only",
      );
      await changeAreaScheme.execute(world.people.administrator, wish);
    };
    const areaOf = async (referralId: typeof sent) =>
      (await getReceivedReferral.execute(receiver, { referralId })).packet.lines.find(({ field }) => field === "area")
        ?.text;
    const previewed = async () =>
      (await previewReferral.execute(coordinator, { referralId: sent, asStep: 2 })).packet.lines.some(
        ({ field }) => field === "area",
      );
    const send = async () => answerOf(sendReferral.execute(coordinator, await seen(world, draft)));

    expect([await areaOf(sent), await areaOf(old), await previewed()]).toEqual(["東エリア", "東エリア", true]);
    await mark(false);
    expect([await areaOf(sent), await areaOf(old), await previewed()]).toEqual([undefined, undefined, false]);
    expect(await send()).toBe("forbidden referral.area_not_disclosable");
    // The fence says so by itself, whatever the program would show or send.
    const { municipalityId, organizationId, userId } = receiver.actor;
    const rows = await world.behind.begin(async (sql) => {
      await sql`select set_config('app.municipality_id', ${municipalityId}, true), set_config('app.user_id', ${userId}, true),
        set_config('app.organization_id', ${organizationId ?? ""}, true), set_config('app.clock', ${`${today}T01:00:00Z`}, true)`;
      await sql`set local role tsunagari_partner`;
      return sql`select field from referral_packet_field where referral_id in (${sent}, ${old}) and field in ('area', 'wishes')`;
    });
    expect(rows.map((row) => row["field"] as string)).toEqual(["wishes", "wishes"]);
    const view = await getReferral.execute(coordinator, { referralId: draft });
    expect(view).toMatchObject({
      packet: { isAreaDisclosable: false },
      form: { areaId: null },
      choices: { areas: [] },
    });
    await mark(true);
    expect([await areaOf(sent), await areaOf(old), await previewed()]).toEqual(["東エリア", "東エリア", true]);
    expect(await send()).toBe("done");
  });

  it("is in the access log of the person all the same (D-36)", async () => {
    const person = await takeInWithConsent(world);
    const id = await sentFor(world, person);
    await getReceivedReferral.execute(world.partners.receiver, { referralId: id });
    const rows = await world.behind`select 1 from audit_entry e join audit_subject s on s.audit_id = e.id
      where e.kind = 'reading' and e.actor_kind = 'partner' and s.person_id = ${person.personId}`;
    expect(rows).toHaveLength(1);
  });
});
