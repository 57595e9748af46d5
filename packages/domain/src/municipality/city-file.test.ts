import { describe, expect, it } from "vitest";
import type { CityFileInput } from "./city-file.ts";
import { readCityFile, type CityFileError } from "./city-file-check.ts";

const city = {
  slug: "asaka",
  localGovernmentCode: "112275",
  name: "朝霞市",
  nameKana: "あさかし",
} satisfies CityFileInput;
const since = { sinceOn: "2026-04-01" };
const section = { kind: "section", ...since } as const;

const problemsOf = (more: Readonly<Record<string, unknown>>) => readCityFile({ ...city, ...more }).errors ?? [];
const brief = ({ problem, list, row, of, field }: CityFileError) => ({ problem, list, row, of, field });

describe("a city file", () => {
  it("may hold nothing but the city", () => {
    expect(readCityFile(city).city).toMatchObject({ departments: [], programs: [], settings: {} });
  });

  it("fills in what is left out", () => {
    const read = readCityFile({
      ...city,
      departments: [{ code: "kyosei", name: "地域共生社会課", ...section }],
      programs: [{ program: "multiAgency", status: "underStudy", ...since }],
      settings: { participationGate: "none" },
    });
    expect(read.city).toMatchObject({
      departments: [{ parent: null, names: [], untilOn: null, successor: null }],
      programs: [{ modes: [], departments: [], target: null, untilOn: null }],
      settings: { participationGate: "none" },
    });
  });

  it("reads again what it gave", () => {
    const { city: first } = readCityFile({ ...city, settings: { platformMemberTypes: ["organization"] } });
    expect(readCityFile(first).city).toEqual(first);
  });

  it.each([null, [], "x", 1])("is an object, not %j", (raw) => {
    expect(readCityFile(raw).errors).toMatchObject([{ problem: "not_a_file" }]);
  });

  it("tells everything that is wrong at once, by row and code", () => {
    const errors = problemsOf({
      slug: "Asaka",
      isSpecial: true,
      departments: [
        { code: "a", parent: "nowhere", name: "福祉部", ...section },
        { code: "a", name: "福祉課", kind: "division", ...since },
        { code: "a", name: "保育課", ...section },
      ],
      areas: [{ code: "x", scheme: "y", name: "圏域", ...since, untilOn: "2026-04-01" }],
      settings: { smallNumberLimit: 1 },
    });
    expect(errors.map(brief)).toEqual([
      { problem: "field", list: null, row: null, of: null, field: "slug" },
      { problem: "field", list: "departments", row: 2, of: "a", field: "kind" },
      { problem: "field", list: "settings", row: null, of: null, field: "smallNumberLimit" },
      { problem: "field", list: null, row: null, of: null, field: "isSpecial" },
      { problem: "unknown_reference", list: "departments", row: 1, of: "a", field: "parent" },
      { problem: "unknown_reference", list: "areas", row: 1, of: "x", field: "scheme" },
      { problem: "ends_before_start", list: "areas", row: 1, of: "x", field: "untilOn" },
      { problem: "duplicate", list: "departments", row: 3, of: "a", field: "code" },
    ]);
  });

  it.each<readonly [string, Readonly<Record<string, unknown>>, Partial<CityFileError>]>([
    [
      "a parent that leads back",
      {
        departments: [
          { code: "a", parent: "b", name: "部", ...section },
          { code: "b", parent: "a", name: "課", ...section },
        ],
      },
      { problem: "circular", list: "departments", row: 1 },
    ],
    [
      "two names of one role at once",
      {
        labels: [
          { key: "role.caseCoordinator", text: "推進員", ...since },
          { key: "role.caseCoordinator", text: "CSW", sinceOn: "2026-10-01" },
        ],
      },
      { problem: "overlap", list: "labels", row: 2, of: "role.caseCoordinator", target: "1" },
    ],
    [
      "a program in two states at once",
      {
        programs: [
          { program: "outreach", status: "preparing", ...since },
          { program: "outreach", status: "inOperation", ...since },
        ],
      },
      { problem: "overlap", list: "programs", row: 2, of: "outreach" },
    ],
    [
      "a program carried out by nobody's department",
      { programs: [{ program: "outreach", status: "inOperation", departments: ["csw"], ...since }] },
      { problem: "unknown_reference", field: "departments", value: "csw", target: "departments" },
    ],
    [
      "a seat of nobody",
      {
        meetingBodies: [
          {
            code: "suishin",
            name: "推進会議",
            legalBasis: "other",
            host: "municipality",
            frequency: { kind: "asNeeded" },
            members: [{ side: "agency" }],
            ...since,
          },
        ],
      },
      { problem: "member_needs_one", list: "meetingBodies", row: 1, of: "suishin", field: "members.1" },
    ],
    [
      "a frequency without its number",
      {
        meetingBodies: [
          {
            code: "suishin",
            name: "推進会議",
            legalBasis: "other",
            host: "municipality",
            frequency: { kind: "timesPerYear" },
            ...since,
          },
        ],
      },
      { problem: "field", list: "meetingBodies", row: 1, field: "frequency.times", code: "required" },
    ],
    [
      "a name before the first one",
      { departments: [{ code: "a", name: "課", names: [{ name: "新課", sinceOn: "2026-04-01" }], ...section }] },
      { problem: "name_out_of_order", list: "departments", row: 1, field: "names.1.sinceOn" },
    ],
    [
      "a plan that ends before it begins",
      { plans: [{ title: "実施計画", fromFiscalYear: 2026, toFiscalYear: 2025 }] },
      { problem: "ends_before_start", list: "plans", row: 1, field: "toFiscalYear" },
    ],
    [
      "clocks that overtake each other",
      { settings: { referralReminderBusinessDays: 20 } },
      { problem: "settings_out_of_order", list: "settings" },
    ],
    [
      "a closed day twice",
      {
        closedDays: [
          { closedOn: "2026-11-20", name: "開庁記念日" },
          { closedOn: "2026/11/20", name: "点検" },
        ],
      },
      { problem: "duplicate", list: "closedDays", row: 2, value: "2026-11-20", target: "1" },
    ],
  ])("refuses %s", (_name, more, error) => {
    expect(problemsOf(more)).toMatchObject([error, ...(error.problem === "circular" ? [{ row: 2 }] : [])]);
  });
});
