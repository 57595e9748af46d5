import { date, foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { person } from "./case.ts";
import { bytea, instant, tenantColumns, tenantKey, tenantReference, version } from "./columns.ts";
import { consentGrant } from "./consent.ts";
import { userAccount } from "./identity.ts";
import { department, municipality } from "./municipality.ts";
import { meetingBody } from "./municipality-structure.ts";

/** A meeting; logic keys on `legalBasis`, which never changes (D-01). Holds nothing about a person. */
export const meeting = pgTable(
  "meeting",
  {
    ...tenantColumns(),
    legalBasis: text().notNull(),
    /** The standing body it is a sitting of, if any; the key below keeps it of the same legal kind (D-01). */
    meetingBodyId: uuid(),
    status: text().notNull(),
    meetsOn: date().notNull(),
    startsAtTime: text(),
    place: text(),
    host: text().notNull(),
    convenedBy: uuid().notNull(),
    heldAt: instant(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    index("meeting_meets_on_idx").on(t.municipalityId, t.meetsOn),
    foreignKey({
      name: "meeting_municipality_id_fk",
      columns: [t.municipalityId],
      foreignColumns: [municipality.id],
    }),
    foreignKey({
      name: "meeting_meeting_body_id_fk",
      columns: [t.municipalityId, t.meetingBodyId, t.legalBasis],
      foreignColumns: [meetingBody.municipalityId, meetingBody.id, meetingBody.legalBasis],
    }),
    tenantReference("meeting_convened_by", { municipalityId: t.municipalityId, column: t.convenedBy }, userAccount),
  ],
);

export const meetingMember = pgTable(
  "meeting_member",
  {
    ...tenantColumns(),
    meetingId: uuid().notNull(),
    departmentId: uuid().notNull(),
    userId: uuid(),
  },
  (t) => [
    tenantKey(t),
    unique("meeting_member_uq").on(t.municipalityId, t.meetingId, t.departmentId, t.userId),
    tenantReference("meeting_member_meeting_id", { municipalityId: t.municipalityId, column: t.meetingId }, meeting),
    tenantReference(
      "meeting_member_department_id",
      { municipalityId: t.municipalityId, column: t.departmentId },
      department,
    ),
    tenantReference("meeting_member_user_id", { municipalityId: t.municipalityId, column: t.userId }, userAccount),
  ],
);

/** One person on the agenda, under the information-sharing consent that allows it (D-38). */
export const agendaItem = pgTable(
  "agenda_item",
  {
    ...tenantColumns(),
    meetingId: uuid().notNull(),
    caseId: uuid().notNull(),
    personId: uuid().notNull(),
    consentGrantId: uuid(),
    topic: text().notNull(),
    sortOrder: integer().notNull().default(0),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("agenda_item_person_uq").on(t.municipalityId, t.meetingId, t.personId, t.topic),
    unique("agenda_item_case_uq").on(t.municipalityId, t.caseId, t.id),
    tenantReference("agenda_item_meeting_id", { municipalityId: t.municipalityId, column: t.meetingId }, meeting),
    foreignKey({
      name: "agenda_item_person_id_fk",
      columns: [t.municipalityId, t.caseId, t.personId],
      foreignColumns: [person.municipalityId, person.caseId, person.id],
    }),
    foreignKey({
      name: "agenda_item_consent_grant_id_fk",
      columns: [t.municipalityId, t.personId, t.consentGrantId],
      foreignColumns: [consentGrant.municipalityId, consentGrant.personId, consentGrant.id],
    }),
  ],
);

/** What the meeting decided about a person; names no activity (D-05). */
export const meetingDecision = pgTable(
  "meeting_decision",
  {
    ...tenantColumns(),
    agendaItemId: uuid().notNull(),
    caseId: uuid().notNull(),
    personId: uuid().notNull(),
    kind: text().notNull(),
    decidedOn: date().notNull(),
    recordedAt: instant().notNull(),
    recordedBy: uuid().notNull(),
    noteCiphertext: bytea(),
    reversedAt: instant(),
    reversalCiphertext: bytea(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    index("meeting_decision_person_idx").on(t.municipalityId, t.personId),
    foreignKey({
      name: "meeting_decision_agenda_item_id_fk",
      columns: [t.municipalityId, t.caseId, t.agendaItemId],
      foreignColumns: [agendaItem.municipalityId, agendaItem.caseId, agendaItem.id],
    }),
    foreignKey({
      name: "meeting_decision_person_id_fk",
      columns: [t.municipalityId, t.caseId, t.personId],
      foreignColumns: [person.municipalityId, person.caseId, person.id],
    }),
    tenantReference(
      "meeting_decision_recorded_by",
      { municipalityId: t.municipalityId, column: t.recordedBy },
      userAccount,
    ),
  ],
);
