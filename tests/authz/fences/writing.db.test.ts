import { randomUUID } from "node:crypto";
import { createTestDatabase, type TestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorsOf, asActor, type RawActor } from "./actors.ts";
import type { City, Rows } from "./scenario.ts";
import { buildWorld } from "./world.ts";

let database: TestDatabase;
let login: postgres.Sql;
let home: City;
let actors: readonly RawActor[];

beforeAll(async () => {
  database = await createTestDatabase();
  const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  const world = await buildWorld(superuser);
  home = world.home;
  await superuser.end();
  login = postgres(database.loginUrl, { max: 1 });
  actors = actorsOf(home, world.abroad);
});
afterAll(async () => {
  await login.end();
  await database.drop();
});

/** Rows touched; 0 where the fence hides them or the role has no such right at all. */
const touched = async (
  actor: RawActor,
  work: (tx: postgres.TransactionSql) => Promise<{ count: number }>,
): Promise<number> => {
  try {
    return (await asActor(login, actor, work)).count;
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === "42501") return 0;
    throw error;
  }
};

const scenarioRows = (label: string): Rows => {
  const found = home.rows.find((rows) => rows.scenario.label === label);
  if (!found) throw new Error(`no scenario ${label}`);
  return found;
};
const actorNamed = (label: string): RawActor => {
  const found = actors.find((actor) => actor.label === label);
  if (!found) throw new Error(`no actor ${label}`);
  return found;
};
const insider = "assigned coordinator";
const outsiders = () =>
  actors.filter(
    (actor) =>
      ![insider, "supervisor of the assignee's department", "receiver of the receiving organization"].includes(
        actor.label,
      ),
  );

/** One harmless change per table, to the row of a scenario. */
const updates: Readonly<Record<string, { column: string; idOf: (rows: Rows) => string }>> = {
  support_case: { column: "version", idOf: (rows) => rows.caseId },
  case_assignment: { column: "version", idOf: (rows) => rows.assignmentId },
  person: { column: "version", idOf: (rows) => rows.personId },
  person_field: { column: "version", idOf: (rows) => rows.phoneFieldId },
  consent_grant: { column: "version", idOf: (rows) => rows.grantId },
  referral: { column: "version", idOf: (rows) => rows.referralId },
  referral_packet_field: { column: "step", idOf: (rows) => rows.packet.wishes },
};

describe.each(Object.entries(updates))("changing %s", (table, { column, idOf }) => {
  const change = (actor: RawActor, rows: Rows) =>
    touched(actor, (tx) => tx`update ${tx(table)} set ${tx(column)} = ${tx(column)} where id = ${idOf(rows)}`);

  it("works for who has a duty on the case", async () => {
    expect(await change(actorNamed(insider), scenarioRows("draft"))).toBe(1);
  });

  it("touches nothing for anybody else, in any scenario", async () => {
    for (const actor of outsiders()) {
      for (const rows of home.rows) {
        expect(await change(actor, rows), `${actor.label}, ${rows.scenario.label}`).toBe(0);
      }
    }
  });
});

const everyTable = [
  "support_case",
  "case_assignment",
  "case_event",
  "person",
  "person_key",
  "person_field",
  "person_name_token",
  "consent_grant",
  "consent_grant_recipient",
  "consent_grant_group",
  "consent_event",
  "agenda_item",
  "meeting_decision",
  "referral",
  "referral_event",
  "referral_packet_field",
  "referral_message",
  "audit_entry",
  "audit_subject",
];

describe("deleting", () => {
  it.each(everyTable)("%s: nobody outside the case deletes a row", async (table) => {
    for (const actor of outsiders()) {
      expect(
        await touched(actor, (tx) => tx`delete from ${tx(table)} where municipality_id = ${home.municipalityId}`),
        actor.label,
      ).toBe(0);
    }
  });

  it.each([
    "support_case",
    "person",
    "consent_grant",
    "consent_event",
    "referral",
    "referral_event",
    "referral_message",
    "audit_entry",
    "audit_subject",
    "meeting_decision",
    "case_event",
  ])("%s: not even who works on the case deletes history", async (table) => {
    expect(await touched(actorNamed(insider), (tx) => tx`delete from ${tx(table)}`)).toBe(0);
  });
});

describe("what may be written only once or never", () => {
  const coordinator = () => actorNamed(insider);

  it.each(["purpose", "since_on", "until_on", "given_on", "person_id", "form"])(
    "nobody changes %s of a grant (D-02)",
    async (column) => {
      const { grantId } = scenarioRows("sent");
      expect(
        await touched(
          coordinator(),
          (tx) => tx`update consent_grant set ${tx(column)} = ${tx(column)} where id = ${grantId}`,
        ),
      ).toBe(0);
    },
  );

  it("a partner changes neither whom a referral is for nor which consent it rests on", async () => {
    const receiver = actorNamed("receiver of the receiving organization");
    const { referralId } = scenarioRows("sent");
    for (const column of ["person_id", "case_id", "consent_grant_id", "organization_id", "activity_id", "sent_at"]) {
      expect(
        await touched(receiver, (tx) => tx`update referral set ${tx(column)} = ${tx(column)} where id = ${referralId}`),
        column,
      ).toBe(0);
    }
  });

  it("audit entries are neither changed nor written in another's name (D-36)", async () => {
    const [entry] = home.rows;
    if (!entry) throw new Error("no rows");
    expect(
      await touched(coordinator(), (tx) => tx`update audit_entry set action = 'x' where id = ${entry.auditId}`),
    ).toBe(0);
    const forged = (actor: RawActor, userId: string) =>
      touched(
        actor,
        (tx) => tx`insert into audit_entry (municipality_id, id, at, kind, action, actor_kind, user_id)
          values (${home.municipalityId}, ${randomUUID()}, now(), 'reading', 'case.read', 'staff', ${userId})`,
      );
    expect(await forged(coordinator(), home.users.assigned)).toBe(1);
    expect(await forged(coordinator(), home.users.unassigned)).toBe(0);
    expect(await forged(actorNamed("coordinator of another city"), home.users.assigned)).toBe(0);
  });

  it("nobody assigns himself to a case that has a team (D-33)", async () => {
    const { caseId } = scenarioRows("sent");
    for (const label of [
      "unassigned coordinator",
      "platform administrator",
      "coordinator whose assignment ended today",
    ]) {
      const actor = actorNamed(label);
      expect(
        await touched(
          actor,
          (tx) => tx`insert into case_assignment (municipality_id, id, case_id, user_id, role, since_on)
            values (${home.municipalityId}, ${randomUUID()}, ${caseId}, ${actor.userId}, 'lead', '2026-11-24')`,
        ),
        label,
      ).toBe(0);
    }
  });

  it("a row cannot name another case than its person's, nor another city's (composite keys)", async () => {
    const one = scenarioRows("sent");
    const two = scenarioRows("accepted");
    await expect(
      asActor(login, coordinator(), async (tx) => {
        await tx`insert into person_field (municipality_id, id, case_id, person_id, data_group, field, ciphertext)
          values (${home.municipalityId}, ${randomUUID()}, ${one.caseId}, ${two.personId}, 'contact', 'mail', '\\x00')`;
      }),
    ).rejects.toMatchObject({ code: "23503" });
  });

  it("what identifies cannot be put into the step before acceptance (D-10)", async () => {
    const { referralId, personId, phoneFieldId, packet } = scenarioRows("draft");
    await expect(
      asActor(login, coordinator(), async (tx) => {
        await tx`delete from referral_packet_field where id = ${packet.phone}`;
        await tx`insert into referral_packet_field (municipality_id, id, referral_id, person_id, field, data_group, step, person_field_id)
          values (${home.municipalityId}, ${randomUUID()}, ${referralId}, ${personId}, 'phone', 'contact', 1, ${phoneFieldId})`;
      }),
    ).rejects.toMatchObject({ code: "23514" });
  });
});
