/*
 * The city file: a whole city as it is set up once, with codes where the database has ids. The demo's cities and
 * `npm run admin -- found` use it, so there is one form. Everything is dated, so a file may hold history: what was
 * called otherwise, was not yet run, or has ended. Rows stand in the order in which lists show them.
 */
import { z } from "zod";
import { choice, DateField, input, OptionalDateField, optionalWholeNumber, wholeNumber } from "../kernel/fields.ts";
import { line, optionalLine } from "../kernel/text.ts";
import { cityModules } from "./city-module.ts";
import { labelKeys } from "./label.ts";
import { bodyHosts, FrequencyField, legalBases, memberSides, memberTiers } from "./meeting-body.ts";
import { CitySlug, departmentKinds, LocalGovernmentCode } from "./municipality.ts";
import { deliveryModes, programs, programStatuses } from "./program.ts";
import { settingSchemas } from "./settings.ts";

/** Names a row so that other rows can refer to it; unique within its list. */
export const Code = z.string({ error: "required" }).regex(/^[a-z0-9-]{1,40}$/u, { error: "invalid" });
const OptionalCode = Code.nullish().transform((code) => code ?? null);

/** `[sinceOn, untilOn)`: `untilOn` is the first day on which the row no longer holds, left out while it does. */
const dated = { sinceOn: DateField, untilOn: OptionalDateField };

/** Names taken on later; `name` of the row itself is the one it began with. */
const laterNames = z.array(input({ name: line(80), sinceOn: DateField })).default([]);

/** The lists of the file; each row of each is checked by itself, so that an error can name it. */
export const cityFileRows = {
  departments: input({
    code: Code,
    /** Code of the department it belongs to. */
    parent: OptionalCode,
    kind: choice(departmentKinds),
    name: line(80),
    names: laterNames,
    ...dated,
    /** Code of the department that carries on what it did. */
    successor: OptionalCode,
  }),
  areaSchemes: input({
    code: Code,
    name: line(40),
    /** Whether an area of it may be named to a partner before acceptance (D-10). */
    isDisclosable: z.boolean({ error: "required" }),
    /** 第1層, 第2層, where the scheme has one. */
    tier: optionalWholeNumber(1, 9),
  }),
  areas: input({
    code: Code,
    scheme: Code,
    /** Code of the area it lies in, of this or another scheme. */
    parent: OptionalCode,
    name: line(40),
    ...dated,
  }),
  labels: input({ key: choice(labelKeys), text: line(40), ...dated }),
  programs: input({
    program: choice(programs),
    status: choice(programStatuses),
    modes: z.array(choice(deliveryModes)).max(4, { error: "too_long" }).default([]),
    /** Codes of the departments and agencies that carry it out. */
    departments: z.array(Code).max(20, { error: "too_long" }).default([]),
    /** For whom it is, in the city's words. */
    target: optionalLine(200),
    ...dated,
  }),
  meetingBodies: input({
    code: Code,
    /** Code of the body it belongs to. */
    parent: OptionalCode,
    name: line(80),
    names: laterNames,
    legalBasis: choice(legalBases),
    host: choice(bodyHosts),
    frequency: FrequencyField,
    ...dated,
    members: z
      .array(
        input({
          /** Code of a department, or the name of a body outside the city's list; one of the two. */
          department: OptionalCode,
          name: optionalLine(80),
          side: choice(memberSides),
          tier: choice(memberTiers)
            .nullish()
            .transform((tier) => tier ?? null),
          /** The first day of the body where it is left out. */
          sinceOn: OptionalDateField,
          untilOn: OptionalDateField,
        }),
      )
      .max(200, { error: "too_long" })
      .default([]),
  }),
  plans: input({
    title: line(120),
    edition: optionalWholeNumber(1, 99),
    fromFiscalYear: wholeNumber(1990, 2100),
    /** The last fiscal year that belongs to it. */
    toFiscalYear: wholeNumber(1990, 2100),
    parentTitle: optionalLine(120),
    /** Codes of the meeting bodies that review it. */
    reviewBodies: z.array(Code).max(10, { error: "too_long" }).default([]),
    reviewFrequency: FrequencyField.nullish().transform((frequency) => frequency ?? null),
  }),
  modules: input({ module: choice(cityModules), isOn: z.boolean({ error: "required" }), ...dated }),
  closedDays: input({ closedOn: DateField, name: line(40) }),
} as const;

export const cityFileLists = [
  "departments",
  "areaSchemes",
  "areas",
  "labels",
  "programs",
  "meetingBodies",
  "plans",
  "modules",
  "closedDays",
] as const satisfies readonly (keyof typeof cityFileRows)[];
export type CityFileList = (typeof cityFileLists)[number];

const list = <Row extends z.ZodType>(row: Row, most: number) =>
  z.array(row, { error: "invalid" }).max(most, { error: "too_long" }).default([]);

export const CityFile = input({
  slug: CitySlug,
  localGovernmentCode: LocalGovernmentCode,
  name: line(40),
  nameKana: line(80),
  departments: list(cityFileRows.departments, 500),
  areaSchemes: list(cityFileRows.areaSchemes, 20),
  areas: list(cityFileRows.areas, 500),
  labels: list(cityFileRows.labels, 200),
  programs: list(cityFileRows.programs, 100),
  meetingBodies: list(cityFileRows.meetingBodies, 100),
  plans: list(cityFileRows.plans, 50),
  modules: list(cityFileRows.modules, 100),
  closedDays: list(cityFileRows.closedDays, 500),
  /** Only what differs from the defaults. */
  settings: input(settingSchemas).partial().default({}),
});
export type CityFile = z.output<typeof CityFile>;
/** What is written: optional fields may be left out. */
export type CityFileInput = z.input<typeof CityFile>;
export type CityFileRow<List extends CityFileList> = z.output<(typeof cityFileRows)[List]>;
