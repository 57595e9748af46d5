import { asId } from "@tsunagari/domain";
import type { ReferralId } from "@tsunagari/domain/referral";
import { patience, scaled, seed } from "@tsunagari/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { giveConsent, narrowConsent, withdrawConsent } from "../consent/index.ts";
import { acceptReferral, getReceivedReferral, sendReferral } from "./index.ts";
import {
  answerOf,
  draftFor,
  everyGroup,
  openWorld,
  packet,
  placesOf,
  requestId,
  seen,
  sentFor,
  takeInWithConsent,
  today,
  yes,
  type Consented,
  type World,
} from "./test-world.ts";

/* Lanes run side by side; each draws its interleavings from a seed of its own, so that a failure can be run again. */
const lanes = 6;
const interleavingsPerLane = scaled(50, 350);

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const random = (from: number) => {
  let state = from;
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296;
    return state / 4294967296;
  };
};
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

const consentAgain = async (person: Consented): Promise<Consented> => {
  const { id: grantId } = await giveConsent.execute(world.people.coordinator, {
    requestId: requestId(),
    personId: person.personId,
    purpose: "partnerDisclosure",
    organizationIds: [world.organizationId],
    dataGroups: [...everyGroup],
    givenOn: today,
    lastOn: "",
    form: "written",
    givenBy: "person",
  });
  return { ...person, grantId };
};

/** What must hold in any state of the database: the first two as the page of the machine says them. */
const invariants = {
  "no referral is open without a live grant": `
    select r.id from referral r join consent_grant g on g.municipality_id = r.municipality_id and g.id = r.consent_grant_id
     where r.status in ('sent', 'accepted', 'waitlisted', 'in_progress') and g.withdrawn_at is not null`,
  "nothing was sent or accepted after the consent had been withdrawn": `
    select e.id from referral_event e join referral r on r.municipality_id = e.municipality_id and r.id = e.referral_id
      join consent_grant g on g.municipality_id = r.municipality_id and g.id = r.consent_grant_id
     where e.event in ('send', 'accept') and g.withdrawn_at < e.at`,
  "every place taken belongs to a referral that holds it": `
    select a.id from activity a where a.referral_places_taken <>
      (select count(*) from referral r where r.municipality_id = a.municipality_id and r.activity_id = a.id
        and r.status in ('accepted', 'in_progress'))`,
  "a chain has one open leaf": `
    select r.chain_id from referral r where r.status in ('draft', 'sent', 'accepted', 'waitlisted', 'in_progress')
     group by r.municipality_id, r.chain_id having count(*) > 1`,
} as const;

const demandInvariants = async () => {
  for (const [name, statement] of Object.entries(invariants)) {
    expect(await world.behind.unsafe(statement), name).toHaveLength(0);
  }
};

type Round = { readonly person: Consented; readonly next: () => number };

/** A draft is sent while its consent is withdrawn; whoever is first, nothing is open afterwards. */
const sendAgainstWithdrawal = async ({ person, next }: Round): Promise<string> => {
  const { coordinator, supervisor } = world.people;
  const id = await draftFor(world, person);
  const sending = await seen(world, id);
  const [sent] = await Promise.all([
    pause(next() * 6).then(() => answerOf(sendReferral.execute(coordinator, sending))),
    pause(next() * 6).then(() =>
      answerOf(withdrawConsent.execute(supervisor, { requestId: requestId(), grantId: person.grantId })),
    ),
  ]);
  return sent;
};

/** A sent referral is accepted and read while its consent is withdrawn. */
const acceptAgainstWithdrawal = async ({ person, next }: Round): Promise<string> => {
  const { supervisor } = world.people;
  const { receiver } = world.partners;
  const id = await sentFor(world, person);
  const accepting = { ...(await seen(world, id)), ...yes };
  const [accepted] = await Promise.all([
    pause(next() * 6).then(() => answerOf(acceptReferral.execute(receiver, accepting))),
    pause(next() * 6).then(() =>
      answerOf(withdrawConsent.execute(supervisor, { requestId: requestId(), grantId: person.grantId })),
    ),
  ]);
  const shown = await getReceivedReferral.execute(receiver, { referralId: id });
  expect(JSON.stringify(shown)).not.toContain(packet.wishes);
  expect(JSON.stringify(shown)).not.toContain("架空 花子");
  return accepted;
};

/** A narrower consent replaces the one a referral rests on while the partner accepts. */
const acceptAgainstNarrowing = async ({ person, next }: Round): Promise<string> => {
  const { coordinator } = world.people;
  const id = await sentFor(world, person);
  const accepting = { ...(await seen(world, id)), ...yes };
  const [accepted] = await Promise.all([
    pause(next() * 6).then(() => answerOf(acceptReferral.execute(world.partners.receiver, accepting))),
    pause(next() * 6).then(() =>
      answerOf(
        narrowConsent.execute(coordinator, {
          requestId: requestId(),
          grantId: person.grantId,
          purpose: "partnerDisclosure",
          organizationIds: [world.organizationId],
          dataGroups: ["wishes"],
          givenOn: today,
          lastOn: "",
          form: "written",
          givenBy: "person",
        }),
      ),
    ),
  ]);
  return accepted;
};

const rounds = [sendAgainstWithdrawal, acceptAgainstWithdrawal, acceptAgainstNarrowing] as const;

/** Ends whatever a round left open, so that the next one begins from a closed chain. */
const settle = async (person: Consented) => {
  const grants = await world.behind<{ id: string }[]>`
    select id from consent_grant where person_id = ${person.personId} and withdrawn_at is null`;
  for (const { id } of grants) {
    await answerOf(
      withdrawConsent.execute(world.people.coordinator, { requestId: requestId(), grantId: asId<"consentGrant">(id) }),
    );
  }
};

describe("a withdrawal against what relies on the consent", () => {
  it(
    `leaves nothing disclosed behind it, in ${String(lanes * interleavingsPerLane)} interleavings of sending, accepting and narrowing`,
    async () => {
      const answers: string[] = [];
      const lane = async (number: number) => {
        const next = random(seed + number);
        let person = await takeInWithConsent(world);
        for (let turn = 0; turn < interleavingsPerLane; turn += 1) {
          const round = rounds[(turn + number) % rounds.length] ?? sendAgainstWithdrawal;
          answers.push(`${round.name}: ${await round({ person, next })}`);
          await settle(person);
          person = await consentAgain(person);
        }
      };
      await Promise.all(Array.from({ length: lanes }, (_, number) => lane(number)));
      expect(answers).toHaveLength(lanes * interleavingsPerLane);
      // The race is one only if both sides win sometimes.
      for (const round of [sendAgainstWithdrawal, acceptAgainstWithdrawal]) {
        const mine = answers.filter((answer) => answer.startsWith(`${round.name}: `));
        expect(mine.some((answer) => answer.endsWith(": done"))).toBe(true);
        expect(mine.some((answer) => !answer.endsWith(": done"))).toBe(true);
      }
      await demandInvariants();
    },
    patience(240),
  );
});

/**
 * As many referrals like this one, each of a person, case and consent of its own. Copied behind the fences: taking in 300
 * households would take longer than the race.
 */
const cloneReferral = async (of: ReferralId, count: number): Promise<ReferralId[]> => {
  const rows = await world.behind.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`create temporary table copy on commit drop as
      select gen_random_uuid() as case_id, gen_random_uuid() as person_id, gen_random_uuid() as grant_id, gen_random_uuid() as referral_id
        from generate_series(1, ${count})`;
    await sql`create temporary table original on commit drop as
      select case_id, person_id, consent_grant_id as grant_id, id as referral_id from referral where id = ${of}`;
    const clone = async (
      table: string,
      changed: Readonly<Record<string, string>>,
      from: { column: string; key: string },
    ) => {
      const columns = await sql<{ name: string }[]>`
        select attname as name from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped`;
      const names = columns.map(({ name }) => name);
      const values = names.map((name) => changed[name] ?? `t.${name}`);
      await sql.unsafe(`insert into ${table} (${names.join(", ")}) select ${values.join(", ")}
        from copy c, original o join ${table} t on t.${from.column} = o.${from.key}`);
    };
    const fresh = "gen_random_uuid()";
    await clone("support_case", { id: "c.case_id", number: "c.case_id::text" }, { column: "id", key: "case_id" });
    await clone("case_assignment", { id: fresh, case_id: "c.case_id" }, { column: "case_id", key: "case_id" });
    await clone("person", { id: "c.person_id", case_id: "c.case_id" }, { column: "id", key: "person_id" });
    await clone(
      "consent_grant",
      { id: "c.grant_id", case_id: "c.case_id", person_id: "c.person_id" },
      { column: "id", key: "grant_id" },
    );
    await clone(
      "consent_grant_recipient",
      { id: fresh, case_id: "c.case_id", grant_id: "c.grant_id" },
      { column: "grant_id", key: "grant_id" },
    );
    await clone(
      "consent_grant_group",
      { id: fresh, case_id: "c.case_id", grant_id: "c.grant_id" },
      { column: "grant_id", key: "grant_id" },
    );
    await clone(
      "referral",
      {
        id: "c.referral_id",
        chain_id: "c.referral_id",
        case_id: "c.case_id",
        person_id: "c.person_id",
        consent_grant_id: "c.grant_id",
      },
      { column: "id", key: "referral_id" },
    );
    return sql<{ id: string }[]>`select referral_id as id from copy`;
  });
  return rows.map(({ id }) => asId<"referral">(id));
};

describe("capacity", () => {
  it(
    "is never exceeded: of 300 acceptances at once exactly 10 take the 10 places (D-30)",
    async () => {
      const activityId = await world.addActivity(10);
      const first = await sentFor(world, await takeInWithConsent(world), { activityId });
      const ids = [first, ...(await cloneReferral(first, 299))];
      const version = (await seen(world, first)).version;
      const inputs = ids.map((referralId) => ({ requestId: requestId(), referralId, version, ...yes }));
      const answers = await Promise.all(
        inputs.map((input) => answerOf(acceptReferral.execute(world.partners.receiver, input))),
      );
      const count = (wanted: string) => answers.filter((answer) => answer === wanted).length;
      expect({
        done: count("done"),
        refused: count("limit referral.no_place_left"),
        others: answers.filter((answer) => answer !== "done" && answer !== "limit referral.no_place_left"),
      }).toEqual({ done: 10, refused: 290, others: [] });
      expect(await placesOf(world, activityId)).toBe(10);
      await demandInvariants();
    },
    patience(240),
  );
});

describe("one person, one activity", () => {
  it("two drafts sent at once make one open referral", async () => {
    const person = await takeInWithConsent(world);
    const drafts = await Promise.all([draftFor(world, person), draftFor(world, person)]);
    const inputs = await Promise.all(drafts.map((id) => seen(world, id)));
    const answers = await Promise.all(
      inputs.map((input) => answerOf(sendReferral.execute(world.people.coordinator, input))),
    );
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    const [row] =
      await world.behind`select count(*)::int as n from referral where person_id = ${person.personId} and status = 'sent'`;
    expect(row).toEqual({ n: 1 });
  });
});
