import type { z } from "zod";
import { periodsOverlap, type CivilDate, type Dated } from "../kernel/time.ts";
import { CityFile, cityFileLists, cityFileRows, type CityFileList, type CityFileRow } from "./city-file.ts";
import { isInOrder, settingsFrom } from "./settings.ts";

/** What can be wrong with a city file; `field` stands for a rule of one field, whose code is in `code`. */
export const cityFileProblems = [
  "not_a_file",
  "field",
  "unknown_reference",
  "duplicate",
  "overlap",
  "ends_before_start",
  "circular",
  "name_out_of_order",
  "member_needs_one",
  "settings_out_of_order",
] as const;
export type CityFileProblem = (typeof cityFileProblems)[number];

/** One error of a city file, by row; `messages` makes the sentence of it. */
export type CityFileError = {
  readonly problem: CityFileProblem;
  /** The list it stands in; null for what stands at the top of the file, or outside the lists. */
  readonly list: string | null;
  /** Counted from 1. */
  readonly row: number | null;
  /** The row's own code or key, where it has one. */
  readonly of: string | null;
  /** The field within the row, with its path: `members.2.department`. */
  readonly field: string | null;
  /** The rule of the field that is broken, for `field`. */
  readonly code: string | null;
  /** What was written, for a reference or a duplicate. */
  readonly value: string | null;
  /** The list a reference looked in, or the row a duplicate repeats. */
  readonly target: string | null;
};

type Place = Pick<CityFileError, "list" | "row" | "of">;
type Report = (place: Place, error: Omit<Partial<CityFileError>, keyof Place> & { problem: CityFileProblem }) => void;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const rowsIn = (raw: unknown, list: CityFileList): readonly unknown[] => {
  const rows = isRecord(raw) ? raw[list] : undefined;
  return Array.isArray(rows) ? rows : [];
};

/** By what a row of a list is called: its code, or what it is about. */
const nameOfRow = (row: unknown): string | null => {
  if (!isRecord(row)) return null;
  const name = row["code"] ?? row["key"] ?? row["program"] ?? row["module"] ?? row["closedOn"] ?? row["title"];
  return typeof name === "string" ? name : null;
};

const placeOf = (raw: unknown, list: CityFileList, index: number): Place => ({
  list,
  row: index + 1,
  of: nameOfRow(rowsIn(raw, list)[index]),
});

const isList = (name: unknown): name is CityFileList => cityFileLists.some((list) => list === name);

/** Tells what the schema found, at the row it found it in. */
const reportShape = (raw: unknown, error: z.ZodError, report: Report): void => {
  for (const issue of error.issues) {
    const [first, second, ...rest] = issue.path.map((part) => (typeof part === "number" ? part : String(part)));
    const unknown = issue.code === "unrecognized_keys" ? issue.keys : [null];
    for (const key of unknown) {
      const inRow = isList(first) && typeof second === "number";
      const place = inRow
        ? placeOf(raw, first, second)
        : { list: first === undefined || second === undefined ? null : String(first), row: null, of: null };
      const left = inRow ? rest : [place.list === null ? first : second, ...rest];
      const path = [...left, key].flatMap((part) => {
        if (part === undefined || part === null) return [];
        return [typeof part === "number" ? part + 1 : part];
      });
      report(place, { problem: "field", field: path.join(".") || null, code: issue.message });
    }
  }
};

type Rows<List extends CityFileList> = readonly { readonly place: Place; readonly row: CityFileRow<List> }[];

/** The rows of a list that are well-formed by themselves; the others have been told of already. */
const soundRows = <List extends CityFileList>(raw: unknown, list: List): Rows<List> =>
  rowsIn(raw, list).flatMap((value, index) => {
    const parsed = cityFileRows[list].safeParse(value);
    // What makes the cast true: the schema of `list` gave the row.
    return parsed.success ? [{ place: placeOf(raw, list, index), row: parsed.data as CityFileRow<List> }] : [];
  });

const codesIn = (raw: unknown, list: CityFileList): ReadonlySet<string> =>
  new Set(rowsIn(raw, list).flatMap((row) => (isRecord(row) && typeof row["code"] === "string" ? [row["code"]] : [])));

const reporter = (raw: unknown, report: Report) => {
  const codes = {
    departments: codesIn(raw, "departments"),
    areaSchemes: codesIn(raw, "areaSchemes"),
    areas: codesIn(raw, "areas"),
    meetingBodies: codesIn(raw, "meetingBodies"),
  };
  /** A code that must stand in a list. */
  const refers = (place: Place, [field, value]: readonly [string, string | null], target: keyof typeof codes): void => {
    if (value !== null && !codes[target].has(value)) {
      report(place, { problem: "unknown_reference", field, value, target });
    }
  };
  const inOrder = (place: Place, { sinceOn, untilOn }: Dated, field = "untilOn"): void => {
    if (untilOn !== null && untilOn <= sinceOn) report(place, { problem: "ends_before_start", field, value: untilOn });
  };
  const namesInOrder = (place: Place, row: Dated & { readonly names: readonly { sinceOn: CivilDate }[] }): void => {
    let before = row.sinceOn;
    for (const [index, { sinceOn }] of row.names.entries()) {
      if (sinceOn <= before || (row.untilOn !== null && sinceOn >= row.untilOn)) {
        report(place, { problem: "name_out_of_order", field: `names.${String(index + 1)}.sinceOn`, value: sinceOn });
      }
      before = sinceOn;
    }
  };
  return { refers, inOrder, namesInOrder };
};

/** The same code, day or key twice. */
const reportDuplicates = (
  rows: readonly { readonly place: Place; readonly value: string }[],
  { field, report }: { readonly field: string; readonly report: Report },
): void => {
  const first = new Map<string, number>();
  for (const { place, value } of rows) {
    const earlier = first.get(value);
    if (earlier === undefined) first.set(value, place.row ?? 0);
    else report(place, { problem: "duplicate", field, value, target: String(earlier) });
  }
};

/** Two rows about the same thing that hold on a common day. */
const reportOverlaps = (
  rows: readonly { readonly place: Place; readonly about: string; readonly row: Dated }[],
  report: Report,
): void => {
  for (const [index, { place, about, row }] of rows.entries()) {
    const earlier = rows.slice(0, index).find((other) => other.about === about && periodsOverlap(other.row, row));
    if (earlier) report(place, { problem: "overlap", field: "sinceOn", target: String(earlier.place.row) });
  }
};

/** A parent that leads back to the row itself. */
const reportCircles = (
  rows: readonly { readonly place: Place; readonly row: { readonly code: string; readonly parent: string | null } }[],
  report: Report,
): void => {
  const parents = new Map(rows.map(({ row }) => [row.code, row.parent]));
  for (const { place, row } of rows) {
    const seen = new Set([row.code]);
    for (let at = row.parent; at !== null; at = parents.get(at) ?? null) {
      if (at === row.code) report(place, { problem: "circular", field: "parent", value: row.parent });
      if (seen.has(at)) break;
      seen.add(at);
    }
  }
};

const coded = (rows: readonly { readonly place: Place; readonly row: { readonly code: string } }[]) =>
  rows.map(({ place, row }) => ({ place, value: row.code }));

const checkPlacesAndDepartments = (raw: unknown, report: Report): void => {
  const { refers, inOrder, namesInOrder } = reporter(raw, report);
  const departments = soundRows(raw, "departments");
  const areas = soundRows(raw, "areas");
  for (const { place, row } of departments) {
    refers(place, ["parent", row.parent], "departments");
    refers(place, ["successor", row.successor], "departments");
    inOrder(place, row);
    namesInOrder(place, row);
  }
  for (const { place, row } of areas) {
    refers(place, ["scheme", row.scheme], "areaSchemes");
    refers(place, ["parent", row.parent], "areas");
    inOrder(place, row);
  }
  for (const rows of [departments, soundRows(raw, "areaSchemes"), areas]) {
    reportDuplicates(coded(rows), { field: "code", report });
  }
  reportCircles(departments, report);
  reportCircles(areas, report);
};

const checkBodies = (raw: unknown, report: Report): void => {
  const { refers, inOrder, namesInOrder } = reporter(raw, report);
  const bodies = soundRows(raw, "meetingBodies");
  for (const { place, row } of bodies) {
    refers(place, ["parent", row.parent], "meetingBodies");
    inOrder(place, row);
    namesInOrder(place, row);
    for (const [index, member] of row.members.entries()) {
      const at = `members.${String(index + 1)}`;
      refers(place, [`${at}.department`, member.department], "departments");
      if ((member.department === null) === (member.name === null)) {
        report(place, { problem: "member_needs_one", field: at });
      }
      inOrder(place, { sinceOn: member.sinceOn ?? row.sinceOn, untilOn: member.untilOn }, `${at}.untilOn`);
    }
  }
  reportDuplicates(coded(bodies), { field: "code", report });
  reportCircles(bodies, report);
  for (const { place, row } of soundRows(raw, "plans")) {
    for (const body of row.reviewBodies) refers(place, ["reviewBodies", body], "meetingBodies");
    if (row.toFiscalYear < row.fromFiscalYear) {
      report(place, { problem: "ends_before_start", field: "toFiscalYear", value: String(row.toFiscalYear) });
    }
  }
};

const checkPeriods = (raw: unknown, report: Report): void => {
  const { refers, inOrder } = reporter(raw, report);
  const programs = soundRows(raw, "programs");
  for (const { place, row } of programs) {
    for (const department of row.departments) refers(place, ["departments", department], "departments");
  }
  const lists = [
    soundRows(raw, "labels").map(({ place, row }) => ({ place, row, about: row.key })),
    programs.map(({ place, row }) => ({ place, row, about: row.program })),
    soundRows(raw, "modules").map(({ place, row }) => ({ place, row, about: row.module })),
  ];
  for (const rows of lists) {
    for (const { place, row } of rows) inOrder(place, row);
    reportOverlaps(rows, report);
  }
  const closedDays = soundRows(raw, "closedDays").map(({ place, row }) => ({ place, value: row.closedOn }));
  reportDuplicates(closedDays, { field: "closedOn", report });
};

/** The settings of the file as the rows that are stored of them. */
export const storedSettings = ({ settings }: CityFile): readonly { readonly key: string; readonly value: unknown }[] =>
  Object.entries(settings).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value }]));

const nowhere: Place = { list: null, row: null, of: null };

/**
 * Reads a city file: the city, or everything that is wrong with it, at once and by row. `raw` is what `JSON.parse` gave.
 */
export const readCityFile = (
  raw: unknown,
):
  | { readonly city: CityFile; readonly errors: null }
  | { readonly city: null; readonly errors: readonly CityFileError[] } => {
  const errors: CityFileError[] = [];
  const report: Report = (place, error) =>
    void errors.push({ field: null, code: null, value: null, target: null, ...place, ...error });
  if (!isRecord(raw)) {
    report(nowhere, { problem: "not_a_file" });
    return { city: null, errors };
  }
  const parsed = CityFile.safeParse(raw);
  if (!parsed.success) reportShape(raw, parsed.error, report);
  checkPlacesAndDepartments(raw, report);
  checkBodies(raw, report);
  checkPeriods(raw, report);
  if (parsed.success && !isInOrder(settingsFrom(storedSettings(parsed.data)))) {
    report({ ...nowhere, list: "settings" }, { problem: "settings_out_of_order" });
  }
  return parsed.success && errors.length === 0 ? { city: parsed.data, errors: null } : { city: null, errors };
};
