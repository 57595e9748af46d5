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
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import { instant, tenantColumns, tenantKey, tenantReference, version } from "./columns.ts";
import { department, municipality } from "./municipality.ts";

const dated = () => ({ sinceOn: date().notNull(), untilOn: date() });

const toMunicipality = (name: string, table: { municipalityId: Parameters<typeof foreignKey>[0]["columns"][0] }) =>
  foreignKey({
    name: `${name}_municipality_id_fk`,
    columns: [table.municipalityId],
    foreignColumns: [municipality.id],
  });

/** How a program stands over a period (C-03): under study, preparing, in operation, ended. */
export const programStatus = pgTable(
  "program_status",
  {
    ...tenantColumns(),
    program: text().notNull(),
    status: text().notNull(),
    modes: text().array().notNull(),
    target: text(),
    ...dated(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("program_status_since_on_uq").on(t.municipalityId, t.program, t.sinceOn),
    uniqueIndex("program_status_open_uq")
      .on(t.municipalityId, t.program)
      .where(sql`${t.untilOn} is null`),
    check("program_status_period_ck", sql`${t.untilOn} is null or ${t.untilOn} > ${t.sinceOn}`),
    toMunicipality("program_status", t),
  ],
);

/** Who carries a program out over the period of its row (C-04). */
export const programDepartment = pgTable(
  "program_department",
  { ...tenantColumns(), programStatusId: uuid().notNull(), departmentId: uuid().notNull() },
  (t) => [
    tenantKey(t),
    unique("program_department_uq").on(t.municipalityId, t.programStatusId, t.departmentId),
    tenantReference(
      "program_department_program_status_id",
      { municipalityId: t.municipalityId, column: t.programStatusId },
      programStatus,
    ),
    tenantReference(
      "program_department_department_id",
      { municipalityId: t.municipalityId, column: t.departmentId },
      department,
    ),
  ],
);

/** Whether a room of the program is open over a period (C-20). */
export const moduleSwitch = pgTable(
  "module_switch",
  { ...tenantColumns(), module: text().notNull(), isOn: boolean().notNull(), ...dated(), version: version() },
  (t) => [
    tenantKey(t),
    unique("module_switch_since_on_uq").on(t.municipalityId, t.module, t.sinceOn),
    uniqueIndex("module_switch_open_uq")
      .on(t.municipalityId, t.module)
      .where(sql`${t.untilOn} is null`),
    check("module_switch_period_ck", sql`${t.untilOn} is null or ${t.untilOn} > ${t.sinceOn}`),
    toMunicipality("module_switch", t),
  ],
);

/** A standing meeting with its legal kind, which never changes (C-02, D-01), its host (C-22) and how often it sits. */
export const meetingBody = pgTable(
  "meeting_body",
  {
    ...tenantColumns(),
    /** Of the city file; none where it was added by hand. */
    code: text(),
    parentId: uuid(),
    /** The name it began with; later ones are in `meeting_body_name`. */
    name: text().notNull(),
    legalBasis: text().notNull(),
    host: text().notNull(),
    frequency: text().notNull(),
    frequencyTimes: integer(),
    sortOrder: integer().notNull().default(0),
    ...dated(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("meeting_body_code_uq").on(t.municipalityId, t.code),
    unique("meeting_body_legal_basis_uq").on(t.municipalityId, t.id, t.legalBasis),
    toMunicipality("meeting_body", t),
    foreignKey({
      name: "meeting_body_parent_id_fk",
      columns: [t.municipalityId, t.parentId],
      foreignColumns: [t.municipalityId, t.id],
    }),
  ],
);

export const meetingBodyName = pgTable(
  "meeting_body_name",
  { ...tenantColumns(), meetingBodyId: uuid().notNull(), name: text().notNull(), sinceOn: date().notNull() },
  (t) => [
    tenantKey(t),
    unique("meeting_body_name_since_on_uq").on(t.municipalityId, t.meetingBodyId, t.sinceOn),
    tenantReference(
      "meeting_body_name_meeting_body_id",
      { municipalityId: t.municipalityId, column: t.meetingBodyId },
      meetingBody,
    ),
  ],
);

/** A seat in a body: a department, or a body outside the city's list by its name; never a person. */
export const bodyMember = pgTable(
  "body_member",
  {
    ...tenantColumns(),
    meetingBodyId: uuid().notNull(),
    departmentId: uuid(),
    name: text(),
    side: text().notNull(),
    tier: text(),
    sortOrder: integer().notNull().default(0),
    ...dated(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    index("body_member_meeting_body_idx").on(t.municipalityId, t.meetingBodyId),
    check("body_member_one_ck", sql`(${t.departmentId} is null) <> (${t.name} is null)`),
    tenantReference(
      "body_member_meeting_body_id",
      { municipalityId: t.municipalityId, column: t.meetingBodyId },
      meetingBody,
    ),
    tenantReference(
      "body_member_department_id",
      { municipalityId: t.municipalityId, column: t.departmentId },
      department,
    ),
  ],
);

/** A plan with its fiscal years (C-15); whether it is current follows from the day. */
export const implementationPlan = pgTable(
  "implementation_plan",
  {
    ...tenantColumns(),
    title: text().notNull(),
    edition: integer(),
    fromFiscalYear: integer().notNull(),
    toFiscalYear: integer().notNull(),
    parentTitle: text(),
    reviewFrequency: text(),
    reviewTimes: integer(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    check("implementation_plan_period_ck", sql`${t.toFiscalYear} >= ${t.fromFiscalYear}`),
    toMunicipality("implementation_plan", t),
  ],
);

/** A body that reviews a plan. */
export const planReviewBody = pgTable(
  "plan_review_body",
  { ...tenantColumns(), planId: uuid().notNull(), meetingBodyId: uuid().notNull() },
  (t) => [
    tenantKey(t),
    unique("plan_review_body_uq").on(t.municipalityId, t.planId, t.meetingBodyId),
    tenantReference(
      "plan_review_body_plan_id",
      { municipalityId: t.municipalityId, column: t.planId },
      implementationPlan,
    ),
    tenantReference(
      "plan_review_body_meeting_body_id",
      { municipalityId: t.municipalityId, column: t.meetingBodyId },
      meetingBody,
    ),
  ],
);

/** Who changed what of the city's set-up, when, from what to what. Values are names and numbers, never personal data. */
export const municipalityChange = pgTable(
  "municipality_change",
  {
    ...tenantColumns(),
    changedAt: instant().notNull(),
    /** Nobody's account where the city was founded. */
    userId: uuid(),
    action: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: uuid().notNull(),
    /** What it is called: the key of a setting, the name of a department. */
    subject: text().notNull(),
    before: jsonb(),
    after: jsonb(),
  },
  (t) => [
    tenantKey(t),
    index("municipality_change_changed_at_idx").on(t.municipalityId, t.changedAt),
    toMunicipality("municipality_change", t),
  ],
);
