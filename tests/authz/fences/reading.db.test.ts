import { createTestDatabase, type TestDatabase } from "@tsunagari/testing";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorsOf, asActor, type RawActor } from "./actors.ts";
import type { City, Rows } from "./scenario.ts";
import { buildWorld } from "./world.ts";

let database: TestDatabase;
let login: postgres.Sql;
let home: City;
let abroad: City;
let actors: readonly RawActor[];

beforeAll(async () => {
  database = await createTestDatabase();
  const superuser = postgres(database.superuserUrl, { max: 1, onnotice: () => undefined });
  ({ home, abroad } = await buildWorld(superuser));
  await superuser.end();
  login = postgres(database.loginUrl, { max: 1 });
  actors = actorsOf(home, abroad);
});
afterAll(async () => {
  await login.end();
  await database.drop();
});

/** What D-33 says: a duty on the case in force, or supervision of who has one. */
const readsCases = (actor: RawActor): boolean =>
  ["assigned coordinator", "supervisor of the assignee's department"].includes(actor.label);
const isReceiver = (actor: RawActor): boolean => actor.label === "receiver of the receiving organization";

/** What D-10 and D-11 say of a packet row, written apart from the SQL it is compared with. */
const stepOpen = ({ scenario }: Rows): 0 | 1 | 2 => {
  if (scenario.consent !== "live") return 0;
  if (scenario.status === "sent" || scenario.status === "waitlisted") return 1;
  if (scenario.status === "accepted" || scenario.status === "in_progress") return 2;
  return scenario.status === "completed" && !scenario.isTermOver ? 2 : 0;
};
const packetRows = (rows: Rows): string[] => {
  const { scenario, packet } = rows;
  const step = stepOpen(rows);
  const has = (group: string) => scenario.groups.includes(group);
  return [
    ...(step >= 1 && has("wishes") ? [packet.wishes] : []),
    ...(step >= 1 && !scenario.isProtected ? [packet.area] : []),
    ...(step === 2 && has("health") ? [packet.health] : []),
    ...(step === 2 && has("identity") ? [packet.name] : []),
    ...(step === 2 && has("contact") && !scenario.isProtected ? [packet.phone] : []),
  ];
};
const wasSent = ({ scenario }: Rows): boolean => scenario.status !== "draft";

/** For each table, which of a scenario's rows staff of the case read, and which the receiver. */
const tables: Readonly<Record<string, { staff: (rows: Rows) => string[]; receiver: (rows: Rows) => string[] }>> = {
  support_case: { staff: (rows) => [rows.caseId], receiver: () => [] },
  person: { staff: (rows) => [rows.personId], receiver: () => [] },
  person_key: { staff: (rows) => [rows.keyId], receiver: (rows) => (stepOpen(rows) > 0 ? [rows.keyId] : []) },
  person_field: {
    staff: (rows) => [rows.nameFieldId, rows.phoneFieldId],
    receiver: (rows) => [
      ...(packetRows(rows).includes(rows.packet.name) ? [rows.nameFieldId] : []),
      ...(packetRows(rows).includes(rows.packet.phone) ? [rows.phoneFieldId] : []),
    ],
  },
  consent_grant: { staff: (rows) => [rows.grantId], receiver: () => [] },
  consent_event: { staff: (rows) => [rows.eventId], receiver: () => [] },
  referral: { staff: (rows) => [rows.referralId], receiver: (rows) => (wasSent(rows) ? [rows.referralId] : []) },
  referral_packet_field: { staff: ({ packet }) => Object.values(packet), receiver: packetRows },
  referral_message: {
    staff: (rows) => [rows.messageId],
    receiver: (rows) => (stepOpen(rows) > 0 ? [rows.messageId] : []),
  },
  audit_entry: { staff: (rows) => [rows.auditId], receiver: () => [] },
};

/** The ids an actor sees of the home city's rows; a table it has no grant on shows none. */
const seen = async (actor: RawActor, table: string): Promise<string[]> => {
  try {
    const rows = await asActor(login, actor, (tx) => tx<{ id: string }[]>`select id from ${tx(table)}`);
    return rows.map((row) => row.id);
  } catch (error) {
    if (error instanceof postgres.PostgresError && error.code === "42501") return [];
    throw error;
  }
};

describe.each(Object.entries(tables))("who reads %s", (table, expected) => {
  it("is exactly who the decisions name, in every scenario", async () => {
    for (const actor of actors) {
      const ids = new Set(await seen(actor, table));
      for (const rows of home.rows) {
        const all = expected.staff(rows);
        const allowed = readsCases(actor) ? all : isReceiver(actor) ? expected.receiver(rows) : [];
        expect(all.filter((id) => ids.has(id)).toSorted(), `${actor.label}, ${table}, ${rows.scenario.label}`).toEqual(
          allowed.toSorted(),
        );
      }
    }
  });
});

describe("columns", () => {
  it.each(["case_id", "person_id", "consent_grant_id", "created_by", "person_answer", "chain_id", "parent_id"])(
    "a partner has no right on referral.%s, not even of its own referral (D-11)",
    async (column) => {
      const receiver = actors.find(isReceiver);
      if (!receiver) throw new Error("no receiver");
      await expect(asActor(login, receiver, (tx) => tx`select ${tx(column)} from referral`)).rejects.toMatchObject({
        code: "42501",
      });
    },
  );
});

describe("counts and joins", () => {
  it("give away nothing that the rows do not", async () => {
    for (const actor of actors.filter(
      (candidate) => !readsCases(candidate) && candidate.municipalityId === home.municipalityId,
    )) {
      if (isReceiver(actor) || actor.role !== "tsunagari_staff") continue;
      const [row] = await asActor(
        login,
        actor,
        (tx) =>
          tx<
            { n: number }[]
          >`select count(*)::int as n from referral r join person p using (municipality_id) join consent_grant g using (municipality_id)`,
      );
      expect(row?.n, actor.label).toBe(0);
    }
  });
});
