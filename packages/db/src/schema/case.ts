import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, instant, tenantColumns, tenantKey, tenantReference, version } from "./columns.ts";
import { userAccount } from "./identity.ts";
import { department, municipality } from "./municipality.ts";

/** A multi-agency case. Its narrative is encrypted under the case's own key, wrapped by the city's (D-35). */
export const supportCase = pgTable(
  "support_case",
  {
    ...tenantColumns(),
    /** `R8-0012`: fiscal year and serial, to speak of a case without a name. */
    number: text().notNull(),
    status: text().notNull(),
    source: text().notNull(),
    sourceDepartmentId: uuid(),
    lifeIssues: text().array().notNull(),
    urgency: text().notNull(),
    receivedOn: date().notNull(),
    openedOn: date().notNull(),
    closedOn: date(),
    closeReason: text(),
    /** Null once the retention period was over and the keys were destroyed (D-19). */
    wrappedKey: bytea(),
    erasedAt: instant(),
    summaryCiphertext: bytea().notNull(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    check("support_case_erased", sql`(${t.wrappedKey} is null) = (${t.erasedAt} is not null)`),
    unique("support_case_number_uq").on(t.municipalityId, t.number),
    foreignKey({
      name: "support_case_municipality_id_fk",
      columns: [t.municipalityId],
      foreignColumns: [municipality.id],
    }),
    tenantReference(
      "support_case_source_department_id",
      { municipalityId: t.municipalityId, column: t.sourceDepartmentId },
      department,
    ),
  ],
);

/** Who has a duty on the case, from when to when; the case fence is made of these rows (D-33). */
export const caseAssignment = pgTable(
  "case_assignment",
  {
    ...tenantColumns(),
    caseId: uuid().notNull(),
    userId: uuid().notNull(),
    role: text().notNull(),
    sinceOn: date().notNull(),
    untilOn: date(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    index("case_assignment_user_idx").on(t.municipalityId, t.userId, t.caseId),
    index("case_assignment_case_idx").on(t.municipalityId, t.caseId),
    tenantReference("case_assignment_case_id", { municipalityId: t.municipalityId, column: t.caseId }, supportCase),
    tenantReference("case_assignment_user_id", { municipalityId: t.municipalityId, column: t.userId }, userAccount),
  ],
);

/** The person a case is about, or a member of the household. Everything that describes them is in `person_field`. */
export const person = pgTable(
  "person",
  {
    ...tenantColumns(),
    caseId: uuid().notNull(),
    /** `self` for the person the case is about, else the relation to that person. */
    relation: text().notNull(),
    isSubject: boolean().notNull(),
    /** D-23 (DV等支援措置): address and contact are never disclosed. */
    isProtected: boolean().notNull().default(false),
    sortOrder: integer().notNull().default(0),
    isRemoved: boolean().notNull().default(false),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("person_case_uq").on(t.municipalityId, t.caseId, t.id),
    tenantReference("person_case_id", { municipalityId: t.municipalityId, column: t.caseId }, supportCase),
  ],
);

const ofPerson = (name: string, t: { municipalityId: AnyColumn; caseId: AnyColumn; personId: AnyColumn }) =>
  foreignKey({
    name: `${name}_person_id_fk`,
    columns: [t.municipalityId, t.caseId, t.personId],
    foreignColumns: [person.municipalityId, person.caseId, person.id],
  });
type AnyColumn = Parameters<typeof foreignKey>[0]["columns"][0];

/** The key a person's data are encrypted with, wrapped by the city's key; destroying it shreds them (D-19, D-35). */
export const personKey = pgTable(
  "person_key",
  { ...tenantColumns(), caseId: uuid().notNull(), personId: uuid().notNull(), wrappedKey: bytea().notNull() },
  (t) => [tenantKey(t), unique("person_key_person_uq").on(t.municipalityId, t.personId), ofPerson("person_key", t)],
);

/** One field of a person in one data group (D-10), encrypted under the person's key. */
export const personField = pgTable(
  "person_field",
  {
    ...tenantColumns(),
    caseId: uuid().notNull(),
    personId: uuid().notNull(),
    dataGroup: text().notNull(),
    field: text().notNull(),
    ciphertext: bytea().notNull(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("person_field_uq").on(t.municipalityId, t.personId, t.field),
    unique("person_field_group_uq").on(t.municipalityId, t.personId, t.dataGroup, t.id),
    ofPerson("person_field", t),
  ],
);

/** HMAC'd 1- and 2-grams of names, so that a name is found without being readable (D-35). */
export const personNameToken = pgTable(
  "person_name_token",
  { ...tenantColumns(), caseId: uuid().notNull(), personId: uuid().notNull(), token: bytea().notNull() },
  (t) => [tenantKey(t), index("person_name_token_idx").on(t.municipalityId, t.token), ofPerson("person_name_token", t)],
);

/** What happened on a case: moves of the machine, protection raised or lowered. Text under the case's key. */
export const caseEvent = pgTable(
  "case_event",
  {
    ...tenantColumns(),
    caseId: uuid().notNull(),
    kind: text().notNull(),
    userId: uuid(),
    at: instant().notNull(),
    noteCiphertext: bytea(),
  },
  (t) => [
    tenantKey(t),
    index("case_event_case_idx").on(t.municipalityId, t.caseId),
    tenantReference("case_event_case_id", { municipalityId: t.municipalityId, column: t.caseId }, supportCase),
  ],
);
