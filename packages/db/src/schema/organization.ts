import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { tenantColumns, tenantKey, tenantReference, version } from "./columns.ts";
import { area, municipality } from "./municipality.ts";

export const organization = pgTable(
  "organization",
  {
    ...tenantColumns(),
    name: text().notNull(),
    nameKana: text().notNull(),
    kind: text().notNull(),
    description: text().notNull(),
    phone: text(),
    mail: text(),
    website: text(),
    status: text().notNull(),
    sinceOn: date().notNull(),
    untilOn: date(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    index("organization_name_idx").on(t.municipalityId, t.nameKana),
    foreignKey({
      name: "organization_municipality_id_fk",
      columns: [t.municipalityId],
      foreignColumns: [municipality.id],
    }),
  ],
);

/** Where an organization is active; public facility data only. */
export const place = pgTable(
  "place",
  {
    ...tenantColumns(),
    organizationId: uuid().notNull(),
    name: text().notNull(),
    postalCode: text(),
    address: text().notNull(),
    directions: text(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    isEnded: boolean().notNull().default(false),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    index("place_organization_idx").on(t.municipalityId, t.organizationId),
    unique("place_organization_uq").on(t.municipalityId, t.organizationId, t.id),
    tenantReference(
      "place_organization_id",
      { municipalityId: t.municipalityId, column: t.organizationId },
      organization,
    ),
  ],
);

/** A place lies in one area per scheme. */
export const placeArea = pgTable(
  "place_area",
  { ...tenantColumns(), placeId: uuid().notNull(), schemeId: uuid().notNull(), areaId: uuid().notNull() },
  (t) => [
    tenantKey(t),
    unique("place_area_scheme_uq").on(t.municipalityId, t.placeId, t.schemeId),
    index("place_area_area_idx").on(t.municipalityId, t.areaId),
    tenantReference("place_area_place_id", { municipalityId: t.municipalityId, column: t.placeId }, place),
    foreignKey({
      name: "place_area_area_id_fk",
      columns: [t.municipalityId, t.schemeId, t.areaId],
      foreignColumns: [area.municipalityId, area.schemeId, area.id],
    }),
  ],
);

/** D-14: receiving referrals is its own dated permission with a signed data-handling agreement. */
export const referralPermission = pgTable(
  "referral_permission",
  {
    ...tenantColumns(),
    organizationId: uuid().notNull(),
    sinceOn: date().notNull(),
    untilOn: date(),
    agreementVersion: text().notNull(),
    agreementSignedOn: date().notNull(),
    signedByTitle: text().notNull(),
    endReason: text(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    index("referral_permission_organization_idx").on(t.municipalityId, t.organizationId),
    tenantReference(
      "referral_permission_organization_id",
      { municipalityId: t.municipalityId, column: t.organizationId },
      organization,
    ),
  ],
);

/**
 * As what the plan counts an organization, over a period: it may have begun long before the organization was registered,
 * so its days are stated and not those of the writing (G-10, G-12).
 */
export const organizationTrait = pgTable(
  "organization_trait",
  {
    ...tenantColumns(),
    organizationId: uuid().notNull(),
    trait: text().notNull(),
    sinceOn: date().notNull(),
    untilOn: date(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    index("organization_trait_organization_idx").on(t.municipalityId, t.organizationId),
    // The day it began is the day of no period: what was recorded by mistake.
    check("organization_trait_period_ck", sql`${t.untilOn} is null or ${t.sinceOn} <= ${t.untilOn}`),
    tenantReference(
      "organization_trait_organization_id",
      { municipalityId: t.municipalityId, column: t.organizationId },
      organization,
    ),
  ],
);
