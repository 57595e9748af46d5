import { sql } from "drizzle-orm";
import {
  boolean,
  char,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, tenantColumns, tenantKey, tenantReference, version } from "./columns.ts";

export const municipality = pgTable("municipality", {
  id: uuid().primaryKey(),
  slug: text().notNull().unique("municipality_slug_uq"),
  /** 全国地方公共団体コード, six digits with the check digit. */
  localGovernmentCode: char({ length: 6 }).notNull().unique("municipality_code_uq"),
  name: text().notNull(),
  nameKana: text().notNull(),
  version: version(),
});

const toMunicipality = (name: string, table: { municipalityId: Parameters<typeof foreignKey>[0]["columns"][0] }) =>
  foreignKey({
    name: `${name}_municipality_id_fk`,
    columns: [table.municipalityId],
    foreignColumns: [municipality.id],
  });

export const municipalitySetting = pgTable(
  "municipality_setting",
  { ...tenantColumns(), key: text().notNull(), value: jsonb().notNull(), version: version() },
  (t) => [
    tenantKey(t),
    unique("municipality_setting_key_uq").on(t.municipalityId, t.key),
    toMunicipality("municipality_setting", t),
  ],
);

/** A dated name for a role, meeting or desk; the key is a literal of the domain (C-01). */
export const label = pgTable(
  "label",
  {
    ...tenantColumns(),
    key: text().notNull(),
    text: text().notNull(),
    sinceOn: date().notNull(),
    untilOn: date(),
    version: version(),
  },
  (t) => [tenantKey(t), index("label_key_idx").on(t.municipalityId, t.key), toMunicipality("label", t)],
);

/** City sections and contracted agencies (D-33); a user has one. */
export const department = pgTable(
  "department",
  {
    ...tenantColumns(),
    /** Of the city file; none where it was added by hand. */
    code: text(),
    parentId: uuid(),
    kind: text().notNull(),
    /** The name it began with; later ones are in `department_name`. */
    name: text().notNull(),
    sortOrder: integer().notNull().default(0),
    sinceOn: date().notNull(),
    untilOn: date(),
    /** Who carries on what it did (C-08). */
    successorId: uuid(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("department_code_uq").on(t.municipalityId, t.code),
    toMunicipality("department", t),
    foreignKey({
      name: "department_successor_id_fk",
      columns: [t.municipalityId, t.successorId],
      foreignColumns: [t.municipalityId, t.id],
    }),
    foreignKey({
      name: "department_parent_id_fk",
      columns: [t.municipalityId, t.parentId],
      foreignColumns: [t.municipalityId, t.id],
    }),
  ],
);

/** A name a department took on after the one it began with; it holds until the next (C-08). */
export const departmentName = pgTable(
  "department_name",
  { ...tenantColumns(), departmentId: uuid().notNull(), name: text().notNull(), sinceOn: date().notNull() },
  (t) => [
    tenantKey(t),
    unique("department_name_since_on_uq").on(t.municipalityId, t.departmentId, t.sinceOn),
    tenantReference(
      "department_name_department_id",
      { municipalityId: t.municipalityId, column: t.departmentId },
      department,
    ),
  ],
);

export const areaScheme = pgTable(
  "area_scheme",
  {
    ...tenantColumns(),
    code: text().notNull(),
    name: text().notNull(),
    /** Whether an area of this scheme may be named to a partner before acceptance (D-10). */
    isDisclosable: boolean().notNull().default(false),
    /** Since when its areas are no longer named, where they once were. */
    withheldAt: instant(),
    /** 第1層, 第2層, where the scheme has one (C-05). */
    tier: integer(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("area_scheme_code_uq").on(t.municipalityId, t.code),
    check("area_scheme_withheld_ck", sql`${t.withheldAt} is null or not ${t.isDisclosable}`),
    toMunicipality("area_scheme", t),
  ],
);

export const area = pgTable(
  "area",
  {
    ...tenantColumns(),
    schemeId: uuid().notNull(),
    parentId: uuid(),
    code: text().notNull(),
    name: text().notNull(),
    sortOrder: integer().notNull().default(0),
    sinceOn: date().notNull(),
    untilOn: date(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("area_code_uq").on(t.municipalityId, t.schemeId, t.code),
    unique("area_scheme_id_uq").on(t.municipalityId, t.schemeId, t.id),
    tenantReference("area_scheme_id", { municipalityId: t.municipalityId, column: t.schemeId }, areaScheme),
    foreignKey({
      name: "area_parent_id_fk",
      columns: [t.municipalityId, t.parentId],
      foreignColumns: [t.municipalityId, t.id],
    }),
  ],
);

/** Further closed days of the city beside the national holidays and 12/29–1/3 (D-12). */
export const closedDay = pgTable(
  "closed_day",
  { ...tenantColumns(), closedOn: date().notNull(), name: text().notNull() },
  (t) => [
    tenantKey(t),
    unique("closed_day_closed_on_uq").on(t.municipalityId, t.closedOn),
    toMunicipality("closed_day", t),
  ],
);

/**
 * What a city says on its own pages: terms, privacy, accessibility, contact. Each version holds from its day until a later
 * one does; what was said on a day stays readable.
 */
export const cityPage = pgTable(
  "city_page",
  {
    ...tenantColumns(),
    kind: text().notNull(),
    /** Limited markup; null is the wording of the program. */
    body: text(),
    sinceOn: date().notNull(),
    publishedAt: instant().notNull(),
    userId: uuid(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("city_page_version_uq").on(t.municipalityId, t.kind, t.version),
    toMunicipality("city_page", t),
  ],
);

/** D-37: which command a form's request id has carried out, and what it gave. */
export const commandReceipt = pgTable(
  "command_receipt",
  {
    ...tenantColumns(),
    userId: uuid(),
    action: text().notNull(),
    resultId: uuid(),
    createdAt: instant().notNull(),
  },
  (t) => [tenantKey(t), toMunicipality("command_receipt", t)],
);
