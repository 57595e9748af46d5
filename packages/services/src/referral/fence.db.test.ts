/*
 * The fence alone: raw SQL under the roles the program uses, as if every policy above it had been forgotten.
 */
import { sql, type ActorSettings } from "@tsunagari/db";
import { canFire } from "@tsunagari/domain";
import { referralMachine, referralStatuses, type ReferralEvent, type ReferralStatus } from "@tsunagari/domain/referral";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { databaseCode, type Context } from "../kernel/index.ts";
import { acceptedFor, draftFor, openWorld, sentFor, takeInWithConsent, type World } from "./test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const roles = { staff: "tsunagari_staff", partner: "tsunagari_partner", worker: "tsunagari_worker" } as const;
const settingsOf = ({ actor }: Context): ActorSettings => {
  if (actor.kind === "public") throw new Error("no public actor here");
  const person = actor.kind === "worker" ? {} : { userId: actor.userId };
  const organization = actor.kind === "partner" ? { organizationId: actor.organizationId } : {};
  return {
    role: roles[actor.kind],
    municipalityId: actor.municipalityId,
    clock: "2026-05-12T00:00:00Z",
    ...person,
    ...organization,
  };
};

/** What raw SQL gives an actor: the number of rows, or the database's refusal. */
const raw = async (as: Context, statement: ReturnType<typeof sql>): Promise<number | string> => {
  try {
    return await world.system.db.asActor(settingsOf(as), async (tx) => (await tx.execute(statement)).length);
  } catch (error) {
    return databaseCode(error) ?? "unknown";
  }
};
const setStatus = (id: string, to: string, more = sql``) =>
  sql`update referral set status = ${to}${more} where id = ${id} returning id`;
const refused = "42501";

describe("raw moves of a referral", () => {
  const movesOf = (side: "staff" | "partner" | "worker"): readonly ReferralEvent[] =>
    ({
      staff: ["send", "reopen", "withdraw", "endConsent"] as const,
      partner: ["accept", "decline", "waitlist", "unaccept", "start", "complete", "markNotHelped", "reopen"] as const,
      worker: ["expire", "endConsent"] as const,
    })[side];
  const isMove = (side: "staff" | "partner" | "worker", from: ReferralStatus, to: ReferralStatus) =>
    movesOf(side).some(
      (event) =>
        canFire<ReferralStatus, typeof referralMachine>(referralMachine, event, from) &&
        referralMachine[event].to === to,
    );

  it("are those of the machine and no other, for each role and each pair of states", async () => {
    for (const side of ["staff", "partner", "worker"] as const) {
      for (const from of referralStatuses) {
        for (const to of referralStatuses) {
          if (to === "entered_in_error" || from === to) continue;
          const [row] = await world.behind<
            { ok: boolean }[]
          >`select app.is_referral_move(${roles[side]}, ${from}, ${to}) as ok`;
          expect([side, from, to, row?.ok]).toEqual([side, from, to, isMove(side, from, to)]);
        }
      }
    }
  });

  it("out of a draft are refused to everyone who may not send, and to the sender without what sending needs", async () => {
    const { coordinator, colleague, stranger } = world.people;
    const person = await takeInWithConsent(world);
    const id = await draftFor(world, person);
    const send = setStatus(id, "sent", sql`, sent_at = app.now(), due_on = '2026-05-20'`);
    expect(await raw(colleague, send)).toBe(0);
    expect(await raw(stranger, send)).toBe(0);
    expect(await raw(world.partners.receiver, send)).toBe(refused);
    expect(await raw(coordinator, setStatus(id, "sent", sql`, sent_at = app.now()`))).toBe(refused);
    await world.behind`update consent_grant set since_on = '2026-05-01', until_on = '2026-05-12' where id = ${person.grantId}`;
    expect(await raw(coordinator, send)).toBe(refused);
    await world.behind`update consent_grant set until_on = '2027-05-12' where id = ${person.grantId}`;
    await world.behind`delete from consent_grant_group where grant_id = ${person.grantId} and data_group = 'contact'`;
    expect(await raw(coordinator, send)).toBe(refused);
    await world.behind`delete from referral_packet_field where referral_id = ${id} and data_group = 'contact'`;
    await world.behind`update meeting set status = 'scheduled'`;
    expect(await raw(coordinator, send)).toBe(refused);
    await world.behind`update meeting set status = 'held', legal_basis = 'confidential'`;
    expect(await raw(coordinator, send)).toBe(refused);
    await world.behind`update meeting set legal_basis = 'consented'`;
    await world.behind`update activity set status = 'ended' where id = ${world.activityId}`;
    expect(await raw(coordinator, send)).toBe(refused);
    await world.behind`update activity set status = 'published' where id = ${world.activityId}`;
    await world.behind`update referral_permission set until_on = '2026-05-12' where organization_id = ${world.organizationId}`;
    expect(await raw(coordinator, send)).toBe(refused);
    await world.behind`update referral_permission set until_on = null where organization_id = ${world.organizationId}`;
    expect(await raw(coordinator, send)).toBe(1);
  });

  it("into acceptance need a live consent, a permission and a counted place", async () => {
    const { receiver, neighbor } = world.partners;
    const person = await takeInWithConsent(world);
    const id = await sentFor(world, person);
    const accept = setStatus(id, "accepted");
    expect(await raw(neighbor, accept)).toBe(0);
    // At commit the counter of the activity does not know of this place.
    expect(await raw(receiver, accept)).toBe(refused);
    const counted = sql`with a as (update activity set referral_places_taken = referral_places_taken + 1 where id = ${world.activityId})
      update referral set status = 'accepted' where id = ${id} returning id`;
    await world.behind`update referral_permission set until_on = '2026-05-12' where organization_id = ${world.organizationId}`;
    expect(await raw(receiver, counted)).toBe(refused);
    await world.behind`update referral_permission set until_on = null where organization_id = ${world.organizationId}`;
    await world.behind`update consent_grant set since_on = '2026-05-01', until_on = '2026-05-12' where id = ${person.grantId}`;
    expect(await raw(receiver, counted)).toBe(refused);
    await world.behind`update consent_grant set until_on = '2027-05-12' where id = ${person.grantId}`;
    expect(await raw(receiver, counted)).toBe(1);
    expect(await raw(receiver, sql`update activity set referral_places_taken = 0 where id = ${world.activityId}`)).toBe(
      refused,
    );
  });

  it("by the clock need a due date that is past, or a consent that has ended", async () => {
    const id = await sentFor(world, await takeInWithConsent(world));
    const ended = sql`, ended_at = app.now(), reason_code = 'no_response'`;
    expect(await raw(world.worker, setStatus(id, "expired", ended))).toBe(refused);
    expect(await raw(world.worker, setStatus(id, "withdrawn", ended))).toBe(refused);
    expect(await raw(world.worker, setStatus(id, "accepted"))).toBe(refused);
  });

  it("into the error state are the supervisor's alone", async () => {
    const id = await sentFor(world, await takeInWithConsent(world));
    expect(await raw(world.people.coordinator, setStatus(id, "entered_in_error"))).toBe(refused);
    expect(await raw(world.partners.receiver, setStatus(id, "entered_in_error"))).toBe(refused);
    expect(await raw(world.people.supervisor, setStatus(id, "entered_in_error"))).toBe(1);
  });

  it("cannot be made up for by rewriting dates, recipients or the day a packet closes", async () => {
    const { receiver } = world.partners;
    const id = await acceptedFor(world, await takeInWithConsent(world));
    for (const change of [
      sql`packet_closes_on = '2099-01-01'`,
      sql`sent_at = now()`,
      sql`organization_id = ${world.otherOrganizationId}`,
      sql`consent_grant_id = null`,
      sql`ended_at = now()`,
      sql`purpose = 'other'`,
    ]) {
      expect(await raw(receiver, sql`update referral set ${change} where id = ${id}`)).toBe(refused);
    }
    expect(
      await raw(
        world.people.coordinator,
        sql`update referral set organization_id = ${world.otherOrganizationId} where id = ${id}`,
      ),
    ).toBe(refused);
  });
});

describe("raw reading of a packet", () => {
  const packetRows = sql`select id from referral_packet_field`;
  const of = (id: string) => sql`select id from referral_packet_field where referral_id = ${id}`;
  const fieldRows = (personId: string) => sql`select id from person_field where person_id = ${personId}`;
  const keyRows = (personId: string) => sql`select wrapped_key from person_key where person_id = ${personId}`;

  it("gives step 1 and the key before acceptance, step 2 and the named fields after, and nothing to anybody else", async () => {
    const { receiver, owner, neighbor, foreigner } = world.partners;
    const person = await takeInWithConsent(world);
    const draft = await draftFor(world, person);
    expect([await raw(receiver, of(draft)), await raw(receiver, keyRows(person.personId))]).toEqual([0, 0]);
    const sent = await sentFor(world, await takeInWithConsent(world));
    expect(await raw(receiver, of(sent))).toBe(4);
    const accepted = await takeInWithConsent(world);
    const id = await acceptedFor(world, accepted);
    expect([
      await raw(receiver, of(id)),
      await raw(receiver, fieldRows(accepted.personId)),
      await raw(receiver, keyRows(accepted.personId)),
    ]).toEqual([9, 4, 1]);
    for (const outsider of [owner, neighbor, foreigner]) {
      expect([await raw(outsider, packetRows), await raw(outsider, keyRows(accepted.personId))]).toEqual([0, 0]);
    }
    for (const staff of [world.people.colleague, world.people.administrator, world.people.stranger])
      expect(await raw(staff, of(id))).toBe(0);
  });

  it("gives nothing once the consent, its group or its recipient is gone", async () => {
    const { receiver } = world.partners;
    const person = await takeInWithConsent(world);
    const id = await acceptedFor(world, person);
    await world.behind`delete from consent_grant_group where grant_id = ${person.grantId} and data_group = 'contact'`;
    expect([await raw(receiver, of(id)), await raw(receiver, fieldRows(person.personId))]).toEqual([7, 2]);
    await world.behind`update consent_grant set withdrawn_at = '2026-05-11T00:00:00Z' where id = ${person.grantId}`;
    const message = sql`select id from referral_message where referral_id = ${id}`;
    for (const nothing of [of(id), fieldRows(person.personId), keyRows(person.personId), message]) {
      expect(await raw(receiver, nothing)).toBe(0);
    }
  });

  it("never gives a protected person's contact, and leaves the rest", async () => {
    const { receiver } = world.partners;
    const person = await takeInWithConsent(world);
    const id = await acceptedFor(world, person);
    await world.behind`update person set is_protected = true where id = ${person.personId}`;
    expect([await raw(receiver, of(id)), await raw(receiver, fieldRows(person.personId))]).toEqual([7, 2]);
  });

  it("gives the partner no column that leads to person, case or consent", async () => {
    for (const column of ["person_id", "case_id", "consent_grant_id", "person_answer", "parent_id", "chain_id"]) {
      expect(await raw(world.partners.receiver, sql`select ${sql.raw(column)} from referral`)).toBe(refused);
    }
    for (const table of ["consent_grant", "person", "support_case", "case_assignment"]) {
      expect(await raw(world.partners.receiver, sql`select 1 from ${sql.raw(table)}`)).toBe(refused);
    }
  });

  it("gives the partner no event of the sender's own: a narrowed consent, the person's answer", async () => {
    const id = await acceptedFor(world, await takeInWithConsent(world));
    const { receiver } = world.partners;
    const events = sql`select 1 from referral_event where referral_id = ${id}`;
    const before = await raw(receiver, events);
    for (const event of ["moveConsent", "recordPersonAnswer"]) {
      await world.behind`insert into referral_event (municipality_id, id, referral_id, event, actor_kind, at)
        values (${world.city.id}, gen_random_uuid(), ${id}, ${event}, 'staff', now())`;
    }
    expect(await raw(receiver, events)).toBe(before);
    expect(await raw(world.people.coordinator, events)).toBe(Number(before) + 2);
    expect(before).toBeGreaterThan(0);
  });
});
