import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  smallint,
  text,
  time,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, tenantColumns, tenantKey, tenantReference, version } from "./columns.ts";
import { organization, place } from "./organization.ts";

export const activity = pgTable(
  "activity",
  {
    ...tenantColumns(),
    organizationId: uuid().notNull(),
    status: text().notNull(),
    publishedVersionId: uuid(),
    acceptsReferrals: boolean().notNull().default(false),
    /** Places for referrals; null states no limit (D-30). */
    referralCapacity: integer(),
    referralPlacesTaken: integer().notNull().default(0),
    verifiedOn: date(),
    endedOn: date(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    index("activity_organization_idx").on(t.municipalityId, t.organizationId),
    unique("activity_organization_uq").on(t.municipalityId, t.organizationId, t.id),
    tenantReference("activity_organization_id", { municipalityId: t.municipalityId, column: t.organizationId }, organization),
    check("activity_places_not_negative", sql`${t.referralPlacesTaken} >= 0`),
    check(
      "activity_places_within_capacity",
      sql`${t.referralCapacity} is null or ${t.referralPlacesTaken} <= ${t.referralCapacity}`,
    ),
  ],
);

/** What an activity says; the approved version stays public while a changed one waits (D-15). */
export const activityVersion = pgTable(
  "activity_version",
  {
    ...tenantColumns(),
    activityId: uuid().notNull(),
    organizationId: uuid().notNull(),
    number: integer().notNull(),
    status: text().notNull(),
    title: text().notNull(),
    category: text().notNull(),
    summary: text().notNull(),
    description: text().notNull(),
    audience: text().notNull(),
    placeId: uuid(),
    /** `weekly` or `byAppointment`. */
    scheduleKind: text().notNull(),
    /** 1 = Monday … 7 = Sunday (GIF DS-441). */
    weekday: smallint(),
    startsAtTime: time(),
    endsAtTime: time(),
    firstOn: date(),
    lastOn: date(),
    skippedOn: date().array().notNull().default([]),
    contactName: text().notNull(),
    contactPhone: text(),
    contactMail: text(),
    fee: text().notNull(),
    howToJoin: text().notNull(),
    accessibility: text().array().notNull().default([]),
    returnReason: text(),
    submittedAt: instant(),
    decidedAt: instant(),
    decidedBy: uuid(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("activity_version_number_uq").on(t.municipalityId, t.activityId, t.number),
    foreignKey({
      name: "activity_version_activity_id_fk",
      columns: [t.municipalityId, t.organizationId, t.activityId],
      foreignColumns: [activity.municipalityId, activity.organizationId, activity.id],
    }),
    foreignKey({
      name: "activity_version_place_id_fk",
      columns: [t.municipalityId, t.organizationId, t.placeId],
      foreignColumns: [place.municipalityId, place.organizationId, place.id],
    }),
  ],
);

/** What the public sees and searches: denormalized, public data only, no row security (fences/exempt.ts). */
export const publishedActivity = pgTable(
  "published_activity",
  {
    ...tenantColumns(),
    organizationId: uuid().notNull(),
    title: text().notNull(),
    category: text().notNull(),
    weekday: smallint(),
    areaIds: uuid().array().notNull(),
    nextOn: date(),
    verifiedOn: date().notNull(),
    /** When freshness takes it off the lists (D-16). */
    unlistedOn: date().notNull(),
    searchText: text().notNull(),
    searchKeys: text().array().notNull(),
    page: jsonb().notNull(),
    publishedAt: instant().notNull(),
  },
  (t) => [
    tenantKey(t),
    index("published_activity_keys_idx").using("gin", t.searchKeys),
    index("published_activity_next_idx").on(t.municipalityId, t.nextOn),
    tenantReference("published_activity_id", { municipalityId: t.municipalityId, column: t.id }, activity),
  ],
);
