import { sql } from "drizzle-orm";
import {
  check,
  date,
  foreignKey,
  index,
  pgTable,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { activity } from "./activity.ts";
import { person, personField } from "./case.ts";
import { bytea, instant, tenantColumns, tenantKey, tenantReference, version } from "./columns.ts";
import { consentGrant } from "./consent.ts";
import { userAccount } from "./identity.ts";
import { areaScheme } from "./municipality.ts";

/**
 * A consented hand-over of one person to one activity. The partner keeps this row after it ends (D-11), so its columns
 * `case_id`, `person_id`, `consent_grant_id`, those of the chain and the staff's are not granted to the partner role.
 */
export const referral = pgTable(
  "referral",
  {
    ...tenantColumns(),
    organizationId: uuid().notNull(),
    activityId: uuid().notNull(),
    status: text().notNull(),
    /** Staff only. */
    caseId: uuid().notNull(),
    /** Staff only. */
    personId: uuid().notNull(),
    /** Staff only; obligatory from `sent` on. */
    consentGrantId: uuid(),
    /** Staff only. */
    createdBy: uuid().notNull(),
    staffContactUserId: uuid().notNull(),
    /** The ended referral this one follows; `chainId` is the first of the chain. */
    parentId: uuid(),
    chainId: uuid().notNull(),
    purpose: text(),
    contactWay: text(),
    sentAt: instant(),
    seenAt: instant(),
    dueOn: date(),
    /** Set when it becomes open again by un-accepting: the clock restarts. */
    clockStartedOn: date(),
    acceptedAt: instant(),
    contactPersonName: text(),
    firstStepOn: date(),
    expectedOn: date(),
    waitlistedOn: date(),
    firstContactOn: date(),
    endedAt: instant(),
    reasonCode: text(),
    reasonCiphertext: bytea(),
    outcomeCode: text(),
    serviceGivenCiphertext: bytea(),
    shareBackCiphertext: bytea(),
    /** The person's own answer; never overwrites the provider's outcome. Staff only. */
    personAnswer: text(),
    /** When the packet of a completed referral closes (D-11). */
    packetClosesOn: date(),
    copiesDestroyedAt: instant(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    uniqueIndex("referral_open_person_activity_uq")
      .on(t.municipalityId, t.personId, t.activityId)
      .where(sql`${t.status} in ('sent', 'accepted', 'waitlisted', 'in_progress')`),
    // A chain has one open leaf.
    uniqueIndex("referral_open_chain_uq")
      .on(t.municipalityId, t.chainId)
      .where(sql`${t.status} in ('draft', 'sent', 'accepted', 'waitlisted', 'in_progress')`),
    index("referral_activity_idx").on(t.municipalityId, t.activityId, t.status),
    index("referral_organization_idx").on(t.municipalityId, t.organizationId, t.sentAt),
    index("referral_case_idx").on(t.municipalityId, t.caseId),
    index("referral_grant_idx").on(t.municipalityId, t.consentGrantId),
    unique("referral_person_uq").on(t.municipalityId, t.personId, t.id),
    foreignKey({
      name: "referral_activity_id_fk",
      columns: [t.municipalityId, t.organizationId, t.activityId],
      foreignColumns: [activity.municipalityId, activity.organizationId, activity.id],
    }),
    foreignKey({
      name: "referral_person_id_fk",
      columns: [t.municipalityId, t.caseId, t.personId],
      foreignColumns: [person.municipalityId, person.caseId, person.id],
    }),
    foreignKey({
      name: "referral_consent_grant_id_fk",
      columns: [t.municipalityId, t.personId, t.consentGrantId],
      foreignColumns: [consentGrant.municipalityId, consentGrant.personId, consentGrant.id],
    }),
    foreignKey({
      name: "referral_parent_id_fk",
      columns: [t.municipalityId, t.parentId],
      foreignColumns: [t.municipalityId, t.id],
    }),
    tenantReference("referral_created_by", { municipalityId: t.municipalityId, column: t.createdBy }, userAccount),
    tenantReference(
      "referral_staff_contact",
      { municipalityId: t.municipalityId, column: t.staffContactUserId },
      userAccount,
    ),
    check("referral_open_has_grant", sql`${t.sentAt} is null or ${t.consentGrantId} is not null`),
    check(
      "referral_open_is_sent",
      sql`${t.status} in ('draft', 'withdrawn', 'entered_in_error') or ${t.sentAt} is not null`,
    ),
    check(
      "referral_end_has_reason",
      sql`${t.status} not in ('not_helped', 'declined', 'withdrawn', 'expired') or ${t.reasonCode} is not null`,
    ),
  ],
);

/** History: every move and every note, for both sides; text under the person's key. */
export const referralEvent = pgTable(
  "referral_event",
  {
    ...tenantColumns(),
    referralId: uuid().notNull(),
    event: text().notNull(),
    fromStatus: text(),
    toStatus: text(),
    actorKind: text().notNull(),
    userId: uuid(),
    at: instant().notNull(),
    noteCiphertext: bytea(),
  },
  (t) => [
    tenantKey(t),
    index("referral_event_referral_idx").on(t.municipalityId, t.referralId),
    tenantReference("referral_event_referral_id", { municipalityId: t.municipalityId, column: t.referralId }, referral),
  ],
);

/**
 * One field of the packet (D-10): text written for this packet, or a reference to a person's field resolved at reading.
 * `dataGroup` is null for times, staff contact and the area, which need no consented group.
 */
export const referralPacketField = pgTable(
  "referral_packet_field",
  {
    ...tenantColumns(),
    referralId: uuid().notNull(),
    personId: uuid().notNull(),
    field: text().notNull(),
    dataGroup: text(),
    step: smallint().notNull(),
    personFieldId: uuid(),
    /** Of which scheme the area is; which area stays sealed. None on packets written before it was kept. */
    areaSchemeId: uuid(),
    ciphertext: bytea(),
  },
  (t) => [
    tenantKey(t),
    unique("referral_packet_field_uq").on(t.municipalityId, t.referralId, t.field),
    foreignKey({
      name: "referral_packet_field_referral_id_fk",
      columns: [t.municipalityId, t.personId, t.referralId],
      foreignColumns: [referral.municipalityId, referral.personId, referral.id],
    }),
    foreignKey({
      name: "referral_packet_field_person_field_id_fk",
      columns: [t.municipalityId, t.personId, t.dataGroup, t.personFieldId],
      foreignColumns: [personField.municipalityId, personField.personId, personField.dataGroup, personField.id],
    }),
    tenantReference(
      "referral_packet_field_area_scheme_id",
      { municipalityId: t.municipalityId, column: t.areaSchemeId },
      areaScheme,
    ),
    check("referral_packet_field_area", sql`${t.areaSchemeId} is null or ${t.field} = 'area'`),
    check("referral_packet_field_one", sql`num_nonnulls(${t.personFieldId}, ${t.ciphertext}) = 1`),
    check("referral_packet_field_step", sql`${t.step} in (1, 2)`),
    // Identity, contact and the rest may not be moved to the step before acceptance.
    check(
      "referral_packet_field_first_step",
      sql`${t.step} = 2 or (${t.personFieldId} is null and (${t.dataGroup} is null or ${t.dataGroup} in ('wishes', 'needs')))`,
    ),
  ],
);

/** Questions and answers on a referral (D-39), under the packet's fence; text under the person's key. */
export const referralMessage = pgTable(
  "referral_message",
  {
    ...tenantColumns(),
    referralId: uuid().notNull(),
    personId: uuid().notNull(),
    authorKind: text().notNull(),
    authorUserId: uuid().notNull(),
    /** What was open when it was written: text of step 2 closes again where acceptance is taken back. */
    step: smallint().notNull(),
    sentAt: instant().notNull(),
    ciphertext: bytea().notNull(),
  },
  (t) => [
    tenantKey(t),
    index("referral_message_referral_idx").on(t.municipalityId, t.referralId),
    foreignKey({
      name: "referral_message_referral_id_fk",
      columns: [t.municipalityId, t.personId, t.referralId],
      foreignColumns: [referral.municipalityId, referral.personId, referral.id],
    }),
    check("referral_message_step", sql`${t.step} in (1, 2)`),
  ],
);
