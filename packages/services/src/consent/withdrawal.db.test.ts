import { sql } from "@tsunagari/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeCase } from "../case/close.ts";
import { answerOf, intake, lastEntry, openWorld, requestId, takeIn, type World } from "../case/test-world.ts";
import { acceptReferral, getReceivedReferral } from "../referral/index.ts";
import { giveConsent, listConsents, narrowConsent, withdrawAllConsents, withdrawConsent } from "./index.ts";
import { addReceiver, consentForm, draftReferral, openGate, send, type Receiver } from "./test-stage.ts";

let world: World;
let supper: Receiver;
let cafe: Receiver;
beforeAll(async () => {
  world = await openWorld();
  await openGate(world);
  supper = await addReceiver(world, "藤山台みんなの食堂（架空）");
  cafe = await addReceiver(world, "岩成台カフェ（架空）");
});
afterAll(() => world.close());

const newPerson = () => takeIn(world.people.coordinator, world.behind);
const give = (form: Parameters<typeof giveConsent.execute>[1]) => giveConsent.execute(world.people.coordinator, form);
const disclose = (personId: string, to: readonly Receiver[] = [supper, cafe]) =>
  give(consentForm(personId, "partnerDisclosure", { organizationIds: to.map((one) => one.organizationId) }));
const withdraw = (grantId: string) =>
  withdrawConsent.execute(world.people.coordinator, { requestId: requestId(), grantId });
const personOf = async (caseId: string) => {
  const [shown] = (await listConsents.execute(world.people.coordinator, { caseId })).persons;
  if (!shown) throw new Error("nobody is shown");
  return shown;
};
const referralRow = async (id: string) => {
  const [row] = await world.behind<{ status: string; reason_code: string | null; consent_grant_id: string }[]>`
    select status, reason_code, consent_grant_id from referral where id = ${id}`;
  return row;
};
const sent = async (
  about: { caseId: string; personId: string },
  grantId: string,
  more: { receiver: Receiver; withName?: boolean },
) => {
  const id = await draftReferral(world.people.coordinator, { ...about, consentGrantId: grantId, ...more });
  await send(world.people.coordinator, id);
  return id;
};

describe("withdrawal (D-03)", () => {
  it("ends open referrals, closes the packet on the next request and asks to destroy copies, in one command", async () => {
    const { behind } = world;
    const about = await newPerson();
    const { id: grantId } = await disclose(about.personId);
    const referralId = await sent(about, grantId, { receiver: supper });
    expect(await answerOf(getReceivedReferral.execute(supper.receiver, { referralId }))).toBe("done");
    expect((await personOf(about.caseId)).grants[0]?.openReferrals).toMatchObject([{ id: referralId }]);
    await withdraw(grantId);
    expect(await lastEntry(behind, "consent.withdraw")).toMatchObject({
      kind: "command",
      subjects: ["consent", "referral"],
    });
    expect(await referralRow(referralId)).toMatchObject({ status: "withdrawn", reason_code: "consent_ended" });
    const settings = {
      role: "tsunagari_partner" as const,
      municipalityId: world.city.id,
      userId: supper.receiver.actor.userId,
      organizationId: supper.organizationId,
      clock: world.system.clock ?? null,
    };
    const rows = await world.system.db.asActor(settings, (tx) =>
      tx.execute(sql`select id from referral_packet_field where referral_id = ${referralId}::uuid`),
    );
    expect([...rows]).toEqual([]);
    const notices = await behind<{ kind: string }[]>`
      select kind from notice where user_id = ${supper.receiver.actor.userId} and subject_id = ${referralId} order by id`;
    expect(notices.map((notice) => notice.kind)).toContain("referral.ended");
    expect(await answerOf(withdraw(grantId))).toBe("forbidden consent.already_withdrawn");
  });

  it("of information sharing ends no referral", async () => {
    const about = await newPerson();
    const { id: grantId } = await disclose(about.personId, [supper]);
    const { id: sharing } = await give(
      consentForm(about.personId, "informationSharing", { departmentIds: [world.city.departments.agency] }),
    );
    const referralId = await sent(about, grantId, { receiver: supper });
    await withdraw(sharing);
    expect(await referralRow(referralId)).toMatchObject({ status: "sent" });
  });

  it("of everything ends every consent and every referral of that person, and of nobody else", async () => {
    const { behind, people } = world;
    const [about, other] = [await newPerson(), await newPerson()];
    const { id: grantId } = await disclose(about.personId);
    const { id: otherGrant } = await disclose(other.personId);
    await give(consentForm(about.personId, "support"));
    const mine = [await sent(about, grantId, { receiver: supper }), await sent(about, grantId, { receiver: cafe })];
    const theirs = await sent(other, otherGrant, { receiver: cafe });
    const all = { requestId: requestId(), personId: about.personId, note: "本人から電話" };
    await withdrawAllConsents.execute(people.coordinator, all);
    expect(await lastEntry(behind, "consent.withdrawAll")).toMatchObject({
      subjects: ["consent", "consent", "referral", "referral"],
    });
    for (const id of mine)
      expect(await referralRow(id)).toMatchObject({ status: "withdrawn", reason_code: "consent_ended" });
    expect(await referralRow(theirs)).toMatchObject({ status: "sent" });
    const shown = await personOf(about.caseId);
    expect(shown.grants.map((grant) => grant.state)).toEqual(["withdrawn", "withdrawn"]);
    expect(shown.states).toMatchObject({ support: "withdrawn", partnerDisclosure: "withdrawn" });
    expect(await answerOf(withdrawAllConsents.execute(people.coordinator, { ...all, requestId: requestId() }))).toBe(
      "forbidden consent.already_withdrawn",
    );
  });

  it("against a sending at the same moment never leaves an open referral without a live consent", async () => {
    const { behind, people } = world;
    const outcomes = new Set<string>();
    for (let round = 0; round < 12; round += 1) {
      const about = await newPerson();
      const { id: grantId } = await disclose(about.personId, [cafe]);
      const referralId = await draftReferral(people.coordinator, { ...about, consentGrantId: grantId, receiver: cafe });
      const [sending, withdrawing] = await Promise.all(
        round % 2 === 0
          ? [answerOf(send(people.coordinator, referralId)), answerOf(withdraw(grantId))]
          : [withdraw(grantId).then(() => "done"), answerOf(send(people.coordinator, referralId))].toReversed(),
      );
      outcomes.add(`${sending}`);
      expect(withdrawing).toBe("done");
    }
    const open = await behind`
      select r.id from referral r join consent_grant g on g.id = r.consent_grant_id
       where r.status in ('sent', 'accepted', 'waitlisted', 'in_progress') and g.withdrawn_at is not null`;
    expect([...open]).toEqual([]);
    for (const outcome of outcomes) expect(["done", "forbidden referral.consent_ended"]).toContain(outcome);
  });

  it("is stamped after the lock it waited for", async () => {
    const { behind, city, people, system } = world;
    const about = await newPerson();
    const { id: grantId } = await disclose(about.personId, [cafe]);
    const { clock: _stands, ...running } = people.coordinator;
    let released = new Date(0);
    const holding = system.db.asActor(
      { role: "tsunagari_staff", municipalityId: city.id, userId: people.coordinator.actor.userId },
      async (tx) => {
        await tx.execute(sql`select id from consent_grant where id = ${grantId}::uuid for share`);
        await new Promise((resolve) => setTimeout(resolve, 300));
        released = new Date();
      },
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await withdrawConsent.execute(running, { requestId: requestId(), grantId });
    await holding;
    const [row] = await behind<{ withdrawn_at: Date }[]>`select withdrawn_at from consent_grant where id = ${grantId}`;
    expect(row?.withdrawn_at.getTime()).toBeGreaterThanOrEqual(released.getTime() - 5);
  });

  it("is written once: the database lets nobody take it back or change a grant", async () => {
    const { city, people, system } = world;
    const { personId } = await newPerson();
    const { id: grantId } = await disclose(personId, [cafe]);
    await withdraw(grantId);
    const settings = {
      role: "tsunagari_staff" as const,
      municipalityId: city.id,
      userId: people.coordinator.actor.userId,
    };
    for (const change of [sql`withdrawn_at = null`, sql`until_on = '2030-01-01'`, sql`purpose = 'support'`]) {
      const attempt = system.db.asActor(settings, (tx) =>
        tx.execute(sql`update consent_grant set ${change} where id = ${grantId}::uuid`),
      );
      await expect(attempt).rejects.toMatchObject({ cause: { code: "42501" } });
    }
  });
});

describe("narrowing (D-02)", () => {
  const narrow = (grantId: string, personId: string, changes: Parameters<typeof consentForm>[2]) => {
    const { personId: _fixed, ...form } = consentForm(personId, "partnerDisclosure", {
      givenOn: "2026-05-12",
      ...changes,
    });
    return narrowConsent.execute(world.people.coordinator, { ...form, grantId });
  };

  it("moves what the new grant covers wholly, ends the rest, and tells both in the history", async () => {
    const { behind } = world;
    const about = await newPerson();
    const { id: grantId } = await disclose(about.personId);
    const kept = await sent(about, grantId, { receiver: supper });
    const ended = await sent(about, grantId, { receiver: cafe });
    const { id: next } = await narrow(grantId, about.personId, { organizationIds: [supper.organizationId] });
    expect(await lastEntry(behind, "consent.narrow")).toMatchObject({
      subjects: ["consent", "consent", "referral", "referral"],
    });
    expect(await referralRow(kept)).toMatchObject({ status: "sent", consent_grant_id: next });
    expect(await referralRow(ended)).toMatchObject({ status: "withdrawn", reason_code: "consent_ended" });
    const shown = await personOf(about.caseId);
    expect(shown.grants).toMatchObject([
      { id: next, state: "given", lastOn: "2027-05-10" },
      { id: grantId, state: "withdrawn", narrowedToId: next },
    ]);
    expect(shown.states.partnerDisclosure).toBe("given");
    const events = await behind<
      { event: string }[]
    >`select event from referral_event where referral_id = ${kept} order by id`;
    expect(events.map((row) => row.event)).toContain("moveConsent");
    const { version } = await getReceivedReferral.execute(supper.receiver, { referralId: kept });
    const acceptance = {
      requestId: requestId(),
      referralId: kept,
      version,
      contactPersonName: "架空 受子",
      firstStepOn: "2026-05-20",
    };
    expect(await answerOf(acceptReferral.execute(supper.receiver, acceptance))).toBe("done");
  });

  it("ends a referral whose packet holds a group the new grant leaves out", async () => {
    const about = await newPerson();
    const { id: grantId } = await disclose(about.personId);
    const named = await sent(about, grantId, { receiver: supper, withName: true });
    const bare = await sent(about, grantId, { receiver: cafe });
    const organizationIds = [supper.organizationId, cafe.organizationId];
    const { id: next } = await narrow(grantId, about.personId, { organizationIds, dataGroups: ["wishes"] });
    expect(await referralRow(named)).toMatchObject({ status: "withdrawn", reason_code: "consent_ended" });
    expect(await referralRow(bare)).toMatchObject({ status: "sent", consent_grant_id: next });
  });

  it("adds nothing and leaves everything as it was where it would", async () => {
    const about = await newPerson();
    const { id: grantId } = await disclose(about.personId, [supper]);
    const referralId = await sent(about, grantId, { receiver: supper });
    const organizationIds = [supper.organizationId];
    const refused: [Parameters<typeof narrow>[2], string][] = [
      [{ organizationIds: [supper.organizationId, cafe.organizationId] }, "invalid_state consent.not_narrower"],
      [{ organizationIds, dataGroups: ["wishes", "health"] }, "invalid_state consent.not_narrower"],
      [{ organizationIds, lastOn: "2027-05-11" }, "invalid_state consent.not_narrower"],
      [
        { purpose: "informationSharing", departmentIds: [world.city.departments.agency], organizationIds: [] },
        "invalid_state consent.purpose_changed",
      ],
    ];
    for (const [changes, answer] of refused) {
      expect(await answerOf(narrow(grantId, about.personId, changes))).toBe(answer);
    }
    expect((await personOf(about.caseId)).grants).toMatchObject([{ id: grantId, state: "given" }]);
    expect(await referralRow(referralId)).toMatchObject({ status: "sent", consent_grant_id: grantId });
  });
});

describe("an open referral and its person", () => {
  it("keep the case from closing", async () => {
    const { people } = world;
    const about = await takeIn(people.coordinator, world.behind, intake("架空 開子", ""));
    const { id: grantId } = await disclose(about.personId, [cafe]);
    await sent(about, grantId, { receiver: cafe });
    const close = () =>
      answerOf(
        closeCase.execute(people.coordinator, {
          requestId: requestId(),
          caseId: about.caseId,
          version: 1,
          reason: "settled",
        }),
      );
    expect(await close()).toBe("forbidden case.open_referrals");
    await withdraw(grantId);
    expect(await close()).toBe("done");
  });
});
