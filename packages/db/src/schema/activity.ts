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
  uniqueIndex,
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
    tenantReference(
      "activity_organization_id",
      { municipalityId: t.municipalityId, column: t.organizationId },
      organization,
    ),
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
    titleKana: text(),
    category: text().notNull(),
    summary: text().notNull(),
    description: text().notNull(),
    audiences: text().array().notNull(),
    audienceNote: text(),
    /** `weekly` or `byAppointment`; the next six columns belong to the former. */
    scheduleKind: text().notNull(),
    /** 1 = Monday … 7 = Sunday (GIF DS-441). */
    weekday: smallint(),
    fromTime: time(),
    toTime: time(),
    firstOn: date(),
    lastOn: date(),
    skippedOn: date().array().notNull().default([]),
    scheduleNote: text(),
    placeId: uuid().notNull(),
    contactName: text().notNull(),
    contactPhone: text(),
    contactMail: text(),
    contactWebsite: text(),
    isFree: boolean().notNull(),
    feeNote: text(),
    joinWay: text().notNull(),
    joinNote: text(),
    accessibility: text().array().notNull().default([]),
    accessibilityNote: text(),
    returnReason: text(),
    submittedAt: instant(),
    decidedAt: instant(),
    decidedBy: uuid(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("activity_version_number_uq").on(t.municipalityId, t.activityId, t.number),
    uniqueIndex("activity_version_working_uq")
      .on(t.municipalityId, t.activityId)
      .where(sql`${t.status} in ('draft', 'submitted', 'returned')`),
    uniqueIndex("activity_version_approved_uq")
      .on(t.municipalityId, t.activityId)
      .where(sql`${t.status} = 'approved'`),
    index("activity_version_submitted_idx")
      .on(t.municipalityId, t.submittedAt)
      .where(sql`${t.status} = 'submitted'`),
    check(
      "activity_version_weekly_whole",
      sql`${t.scheduleKind} = 'byAppointment' or (${t.scheduleKind} = 'weekly' and ${t.weekday} between 1 and 7
        and ${t.fromTime} < ${t.toTime} and ${t.firstOn} is not null and (${t.lastOn} is null or ${t.firstOn} <= ${t.lastOn}))`,
    ),
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

/**
 * What the public sees and searches: denormalized, public data only, no row security (fences/exempt.ts). A row stands
 * here while the activity is published and its organization active; age and last day are asked when reading.
 */
export const publishedActivity = pgTable(
  "published_activity",
  {
    ...tenantColumns(),
    organizationId: uuid().notNull(),
    title: text().notNull(),
    category: text().notNull(),
    /** The first day on which it takes place, on its weekday; null by appointment. Next dates are counted from it. */
    firstOn: date(),
    lastOn: date(),
    skippedOn: date().array().notNull(),
    /** Between which hours it takes place; null by appointment. Of a day, the list begins with the earliest. */
    fromTime: time(),
    toTime: time(),
    areaIds: uuid().array().notNull(),
    verifiedOn: date().notNull(),
    searchText: text().notNull(),
    searchKeys: text().array().notNull(),
    page: jsonb().notNull(),
    publishedAt: instant().notNull(),
  },
  (t) => [
    tenantKey(t),
    index("published_activity_keys_idx").using("gin", t.searchKeys),
    index("published_activity_organization_idx").on(t.municipalityId, t.organizationId),
    tenantReference("published_activity_id", { municipalityId: t.municipalityId, column: t.id }, activity),
  ],
);
