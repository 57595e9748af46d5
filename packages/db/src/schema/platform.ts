import { sql } from "drizzle-orm";
import { boolean, check, date, foreignKey, index, pgTable, text, unique, uniqueIndex, uuid } from "drizzle-orm/pg-core";
import { bytea, instant, tenantColumns, tenantKey, tenantReference, version } from "./columns.ts";
import { area, areaScheme, department, municipality } from "./municipality.ts";
import { organization } from "./organization.ts";

export const platform = pgTable(
  "platform",
  {
    ...tenantColumns(),
    name: text().notNull(),
    description: text().notNull(),
    schemeId: uuid().notNull(),
    status: text().notNull(),
    sinceOn: date().notNull(),
    untilOn: date(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("platform_scheme_uq").on(t.municipalityId, t.schemeId, t.id),
    foreignKey({
      name: "platform_municipality_id_fk",
      columns: [t.municipalityId],
      foreignColumns: [municipality.id],
    }),
    tenantReference("platform_scheme_id", { municipalityId: t.municipalityId, column: t.schemeId }, areaScheme),
  ],
);

/** A platform covers a stated set of areas of one scheme. */
export const platformArea = pgTable(
  "platform_area",
  { ...tenantColumns(), platformId: uuid().notNull(), schemeId: uuid().notNull(), areaId: uuid().notNull() },
  (t) => [
    tenantKey(t),
    unique("platform_area_uq").on(t.municipalityId, t.platformId, t.areaId),
    foreignKey({
      name: "platform_area_platform_id_fk",
      columns: [t.municipalityId, t.schemeId, t.platformId],
      foreignColumns: [platform.municipalityId, platform.schemeId, platform.id],
    }),
    foreignKey({
      name: "platform_area_area_id_fk",
      columns: [t.municipalityId, t.schemeId, t.areaId],
      foreignColumns: [area.municipalityId, area.schemeId, area.id],
    }),
  ],
);

/** Several operators run a platform together (S-072). */
export const platformOperator = pgTable(
  "platform_operator",
  {
    ...tenantColumns(),
    platformId: uuid().notNull(),
    departmentId: uuid().notNull(),
    role: text().notNull(),
    sinceOn: date().notNull(),
    untilOn: date(),
  },
  (t) => [
    tenantKey(t),
    tenantReference(
      "platform_operator_platform_id",
      { municipalityId: t.municipalityId, column: t.platformId },
      platform,
    ),
    tenantReference(
      "platform_operator_department_id",
      { municipalityId: t.municipalityId, column: t.departmentId },
      department,
    ),
  ],
);

/**
 * Who belongs besides the organizations (C-12, D-20): agencies of the city's list, and persons under the city's key. A minor
 * has no name here, and nobody has one who has left.
 */
export const platformParticipant = pgTable(
  "platform_participant",
  {
    ...tenantColumns(),
    platformId: uuid().notNull(),
    kind: text().notNull(),
    departmentId: uuid(),
    nameCiphertext: bytea(),
    isMinor: boolean().notNull().default(false),
    guardianAgreedOn: date(),
    sinceOn: date().notNull(),
    untilOn: date(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    index("platform_participant_platform_idx").on(t.municipalityId, t.platformId),
    uniqueIndex("platform_participant_open_uq")
      .on(t.municipalityId, t.platformId, t.departmentId)
      .where(sql`${t.untilOn} is null`),
    check(
      "platform_participant_kind_ck",
      sql`(${t.kind} = 'consultationAgency' and ${t.departmentId} is not null and ${t.nameCiphertext} is null and not ${t.isMinor} and ${t.guardianAgreedOn} is null)
        or (${t.kind} = 'individual' and ${t.departmentId} is null)`,
    ),
    check(
      "platform_participant_minor_ck",
      sql`not ${t.isMinor} or (${t.nameCiphertext} is null and ${t.guardianAgreedOn} is not null)`,
    ),
    check("platform_participant_left_ck", sql`${t.untilOn} is null or ${t.nameCiphertext} is null`),
    check("platform_participant_period_ck", sql`${t.untilOn} is null or ${t.untilOn} >= ${t.sinceOn}`),
    tenantReference(
      "platform_participant_platform_id",
      { municipalityId: t.municipalityId, column: t.platformId },
      platform,
    ),
    tenantReference(
      "platform_participant_department_id",
      { municipalityId: t.municipalityId, column: t.departmentId },
      department,
    ),
  ],
);

export const platformMembership = pgTable(
  "platform_membership",
  {
    ...tenantColumns(),
    platformId: uuid().notNull(),
    organizationId: uuid().notNull(),
    status: text().notNull(),
    message: text(),
    appliedAt: instant().notNull(),
    decidedAt: instant(),
    declineReason: text(),
    sinceOn: date(),
    untilOn: date(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    uniqueIndex("platform_membership_open_uq")
      .on(t.municipalityId, t.platformId, t.organizationId)
      .where(sql`${t.status} in ('applied', 'active')`),
    index("platform_membership_organization_idx").on(t.municipalityId, t.organizationId),
    tenantReference(
      "platform_membership_platform_id",
      { municipalityId: t.municipalityId, column: t.platformId },
      platform,
    ),
    tenantReference(
      "platform_membership_organization_id",
      { municipalityId: t.municipalityId, column: t.organizationId },
      organization,
    ),
  ],
);
