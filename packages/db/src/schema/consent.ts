import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { person, supportCase } from "./case.ts";
import { bytea, instant, tenantColumns, tenantKey, tenantReference, version } from "./columns.ts";
import { department } from "./municipality.ts";
import { organization } from "./organization.ts";

/**
 * One consent: one person × purpose × recipients × data groups × period × form (D-02). A grant is immutable; only its
 * end by withdrawal is written once. Expiry is derived from `untilOn`.
 */
export const consentGrant = pgTable(
  "consent_grant",
  {
    ...tenantColumns(),
    caseId: uuid().notNull(),
    personId: uuid().notNull(),
    purpose: text().notNull(),
    form: text().notNull(),
    givenOn: date().notNull(),
    sinceOn: date().notNull(),
    untilOn: date().notNull(),
    givenBy: text().notNull(),
    representativeCiphertext: bytea(),
    witnessCiphertext: bytea(),
    oralNoteCiphertext: bytea(),
    withdrawnAt: instant(),
    narrowedToId: uuid(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("consent_grant_person_uq").on(t.municipalityId, t.personId, t.id),
    unique("consent_grant_case_uq").on(t.municipalityId, t.caseId, t.id),
    index("consent_grant_case_idx").on(t.municipalityId, t.caseId),
    foreignKey({
      name: "consent_grant_person_id_fk",
      columns: [t.municipalityId, t.caseId, t.personId],
      foreignColumns: [person.municipalityId, person.caseId, person.id],
    }),
    foreignKey({
      name: "consent_grant_narrowed_to_id_fk",
      columns: [t.municipalityId, t.narrowedToId],
      foreignColumns: [t.municipalityId, t.id],
    }),
    check("consent_grant_period", sql`${t.untilOn} > ${t.sinceOn}`),
  ],
);

type AnyColumn = Parameters<typeof foreignKey>[0]["columns"][0];
const ofGrant = (name: string, t: { municipalityId: AnyColumn; caseId: AnyColumn; grantId: AnyColumn }) =>
  foreignKey({
    name: `${name}_grant_id_fk`,
    columns: [t.municipalityId, t.caseId, t.grantId],
    foreignColumns: [consentGrant.municipalityId, consentGrant.caseId, consentGrant.id],
  });

/** Recipients are named: departments for information sharing, organizations for disclosure to a partner (D-02). */
export const consentGrantRecipient = pgTable(
  "consent_grant_recipient",
  {
    ...tenantColumns(),
    caseId: uuid().notNull(),
    grantId: uuid().notNull(),
    departmentId: uuid(),
    organizationId: uuid(),
  },
  (t) => [
    tenantKey(t),
    index("consent_grant_recipient_grant_idx").on(t.municipalityId, t.grantId),
    ofGrant("consent_grant_recipient", t),
    tenantReference(
      "consent_grant_recipient_department_id",
      { municipalityId: t.municipalityId, column: t.departmentId },
      department,
    ),
    tenantReference(
      "consent_grant_recipient_organization_id",
      { municipalityId: t.municipalityId, column: t.organizationId },
      organization,
    ),
    check("consent_grant_recipient_one", sql`num_nonnulls(${t.departmentId}, ${t.organizationId}) = 1`),
  ],
);

export const consentGrantGroup = pgTable(
  "consent_grant_group",
  { ...tenantColumns(), caseId: uuid().notNull(), grantId: uuid().notNull(), dataGroup: text().notNull() },
  (t) => [
    tenantKey(t),
    unique("consent_grant_group_uq").on(t.municipalityId, t.grantId, t.dataGroup),
    ofGrant("consent_grant_group", t),
  ],
);

/** Events of consent: asked, refused, given, withdrawn. Rows are inserted only. */
export const consentEvent = pgTable(
  "consent_event",
  {
    ...tenantColumns(),
    caseId: uuid().notNull(),
    personId: uuid().notNull(),
    purpose: text().notNull(),
    kind: text().notNull(),
    grantId: uuid(),
    happenedOn: date().notNull(),
    recordedAt: instant().notNull(),
    userId: uuid(),
    noteCiphertext: bytea(),
  },
  (t) => [
    tenantKey(t),
    index("consent_event_person_idx").on(t.municipalityId, t.personId),
    tenantReference("consent_event_case_id", { municipalityId: t.municipalityId, column: t.caseId }, supportCase),
    foreignKey({
      name: "consent_event_person_id_fk",
      columns: [t.municipalityId, t.caseId, t.personId],
      foreignColumns: [person.municipalityId, person.caseId, person.id],
    }),
    foreignKey({
      name: "consent_event_grant_id_fk",
      columns: [t.municipalityId, t.caseId, t.grantId],
      foreignColumns: [consentGrant.municipalityId, consentGrant.caseId, consentGrant.id],
    }),
  ],
);
