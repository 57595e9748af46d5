/*
 * The rows of the matrix: of every table one row for each situation it can be in. They are made from the catalog of the
 * database, so that a new table is in the matrix by itself; what a situation means is said here.
 */
import { hasCity, type Table } from "../oracle/catalog.ts";
import { undecided } from "../oracle/mend.ts";
import type { Row, Value } from "../oracle/world.ts";
import { add, addCity, today, type Builder, type City, type Draft } from "./city.ts";

export const situations = [
  "own",
  "the receiver's own",
  "other organization",
  "other city",
  "no consent",
  "consent withdrawn",
  "consent expired",
  "protected person",
] as const;
export type Situation = (typeof situations)[number];

export type Fixture = { readonly table: string; readonly situation: Situation; readonly row: Row };
export type Fixtures = {
  readonly home: City;
  readonly abroad: City;
  /** The rows that are asked about. */
  readonly fixtures: readonly Fixture[];
  /** All rows there are, in the order in which they can be written. */
  readonly rows: readonly { readonly table: string; readonly row: Row }[];
};

const grantOf = (situation: Situation): Draft => ({
  purpose: "partnerDisclosure",
  since_on: "2026-04-01",
  until_on: situation === "consent expired" ? today : "2027-04-01",
  withdrawn_at: situation === "consent withdrawn" ? "2026-11-01T00:00:00Z" : null,
});

/** A draft about the referral, by who answers for the case; by who received it, where consent decides. */
const aboutReferral = (situation: Situation, { users }: City): Draft => ({
  case_id: null,
  person_id: null,
  ...(situation.includes("consent") ? { user_id: users.receiver } : {}),
});

/** What a row of a table says in every situation. */
const always: Readonly<Record<string, Draft>> = {
  support_case: { erased_at: null },
  retention_due: { status: "due", ...undecided },
  referral_event: { event: "accept" },
  platform_membership: { status: "applied" },
  platform_participant: { kind: "individual", department_id: null },
};

/** What a row of a table says in a situation, beyond what its references say. */
const saying = (table: string, situation: Situation, city: City): Draft => {
  const dated = { since_on: "2026-04-01", until_on: null };
  switch (table) {
    case "person":
      return { is_protected: situation === "protected person", is_subject: true, relation: "self" };
    case "person_field":
      return { data_group: "contact", field: "phone" };
    case "consent_grant":
      return grantOf(situation);
    case "consent_grant_group":
      return { data_group: "contact" };
    case "consent_grant_recipient":
      return {
        department_id: null,
        ...(situation === "no consent" ? { organization_id: city.organizations.other } : {}),
      };
    case "referral":
      return { status: "accepted", sent_at: "2026-11-10T00:00:00Z", parent_id: null };
    case "referral_packet_field":
      return { data_group: "contact", field: "phone", step: 2, area_scheme_id: null };
    case "referral_message":
      return { step: 2 };
    case "draft":
      return aboutReferral(situation, city);
    case "meeting":
      return { legal_basis: "consented", status: "held", meets_on: "2026-11-20" };
    case "activity":
      return { status: "published", accepts_referrals: true };
    case "audit_entry":
      return { kind: "command", actor_kind: situation === "the receiver's own" ? "partner" : "staff" };
    case "audit_subject":
      return { kind: "person" };
    case "case_assignment":
      return { ...dated, user_id: city.users.coordinator };
    case "referral_permission":
    case "organization_trait":
    case "label":
      return dated;
    default:
      return always[table] ?? {};
  }
};

/** Whose the row is: a user's, in the name of an organization. */
const holderOf = (situation: Situation, { users, organizations }: City) => ({
  user:
    situation === "the receiver's own"
      ? users.receiver
      : situation === "other organization"
        ? users.otherReceiver
        : users.coordinator,
  organization: situation === "other organization" ? organizations.other : organizations.receiving,
});

/** Tables whose rows lie in a case, so that consent and protection change who reads them. */
const reaches = (tables: readonly Table[], name: string, wanted: string): boolean =>
  name === wanted ||
  (tables.find((table) => table.name === name)?.references ?? []).some(
    ({ to }) => to !== name && reaches(tables, to, wanted),
  );
const inCase = (tables: readonly Table[], name: string): boolean =>
  reaches(tables, name, "support_case") || name.startsWith("audit_subject") || name === "audit_entry";

/** Tables whose rows are somebody's: a user's or an organization's. */
const isHeld = (tables: readonly Table[], name: string): boolean =>
  reaches(tables, name, "user_account") ||
  reaches(tables, name, "organization") ||
  (tables.find((table) => table.name === name)?.columns ?? []).some((column) => column.name === "user_id");

/** Whether a table has a row of its own in a situation, because somebody might be shown it otherwise there. */
const matters = (tables: readonly Table[], name: string, situation: Situation): boolean => {
  if (situation === "own" || situation === "other city") return true;
  if (situation === "the receiver's own") return isHeld(tables, name);
  if (situation === "other organization") return isHeld(tables, name) || inCase(tables, name);
  return inCase(tables, name);
};

const made = ["user_account", "role_assignment", "department", "organization"];

const firstReferences = (table: Table, parents: ReadonlyMap<string, Row>): Draft => {
  const draft: Record<string, Value> = {};
  for (const { columns, to, keys } of table.references) {
    const parent = to === table.name ? undefined : parents.get(to);
    columns.forEach((column, index) => {
      if (parent) draft[column] ??= parent[keys[index] ?? ""] ?? null;
    });
  }
  return draft;
};

/** Those whose duty or right on the case has ended have one on every case. */
const addEndedDuties = (builder: Builder, city: City, caseId: Value): void => {
  for (const [name, untilOn] of [
    ["roleEnded", null],
    ["deactivated", null],
    ["dutyEnded", today],
  ] as const) {
    const duty = { user_id: city.users[name], role: "lead", since_on: "2026-04-01", until_on: untilOn };
    add(builder, "case_assignment", { municipality_id: city.id, case_id: caseId, ...duty });
  }
};

/** What a situation's rows refer to before it has made its own. */
const firstParents = (
  builder: Builder,
  city: City,
  { user, organization }: ReturnType<typeof holderOf>,
): Map<string, Row> => {
  const wanted = [
    ["user_account", (row: Row) => row.id === user],
    ["organization", (row: Row) => row.id === organization],
    ["department", (row: Row) => row.id === city.departments.main],
    ["role_assignment", (row: Row) => row["user_id"] === user],
  ] as const;
  const found = wanted.flatMap(([table, fits]) =>
    builder.rows.filter((one) => one.table === table && fits(one.row)).slice(0, 1),
  );
  return new Map(found.map(({ table, row }) => [table, row]));
};

const addSituation = (builder: Builder, situation: Situation, city: City): Fixture[] => {
  const { user, organization } = holderOf(situation, city);
  const parents = firstParents(builder, city, { user, organization });
  for (const table of builder.tables.filter(hasCity)) {
    if (made.includes(table.name)) continue;
    if (!matters(builder.tables, table.name, situation)) {
      const shared = builder.rows.find(({ table: at, row }) => at === table.name && row.municipality_id === city.id);
      if (shared) parents.set(table.name, shared.row);
      continue;
    }
    const isOfUser = { user_id: user, organization_id: organization, case_id: parents.get("support_case")?.id ?? null };
    const loose = Object.fromEntries(
      Object.entries(isOfUser).filter(([column]) => table.columns.some(({ name }) => name === column)),
    );
    const subject = table.name === "audit_subject" ? { subject_id: parents.get("person")?.id ?? null } : {};
    const row = add(builder, table.name, {
      ...loose,
      ...subject,
      ...firstReferences(table, parents),
      ...saying(table.name, situation, city),
      municipality_id: city.id,
    });
    parents.set(table.name, row);
  }
  addEndedDuties(builder, city, parents.get("support_case")?.id ?? null);
  return [...parents]
    .filter(([table]) => matters(builder.tables, table, situation))
    .map(([table, row]) => ({ table, situation, row }));
};

/** Two cities and, of every table, a row in each situation. */
export const buildFixtures = (tables: readonly Table[]): Fixtures => {
  const builder: Builder = { tables, rows: [], last: 0 };
  const home = addCity(builder, "home");
  const abroad = addCity(builder, "abroad");
  const fixtures = situations.flatMap((situation) =>
    addSituation(builder, situation, situation === "other city" ? abroad : home),
  );
  return { home, abroad, fixtures, rows: builder.rows };
};
