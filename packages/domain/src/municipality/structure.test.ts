import { describe, expect, it } from "vitest";
import { civilDateOf, isInForce } from "../kernel/time.ts";
import { fieldChanges } from "./change.ts";
import { isModuleOn, type ModulePeriod } from "./city-module.ts";
import { canTakeNameFrom, nameOn } from "./dated-name.ts";
import {
  countBodyMembers,
  FrequencyField,
  meetingsPerYear,
  type BodyMember,
  type MemberSide,
  type MemberTier,
} from "./meeting-body.ts";
import { isOffered, type Offer } from "./offer.ts";
import { planStatusOn, planYears } from "./plan-period.ts";
import {
  firstCommissionedOn,
  programStartOn,
  programStateOn,
  wasProgramRunBefore,
  type DeliveryMode,
  type ProgramPeriod,
  type ProgramStatus,
} from "./program.ts";
import { AddBodyMember, AddPlan, SetProgram } from "./structure-inputs.ts";

const on = civilDateOf;
const requestId = "01990000-0000-7000-8000-000000000001";
const id = "01990000-0000-7000-8000-000000000002";

const period = (
  status: ProgramStatus,
  [sinceOn, untilOn]: readonly [string, string | null],
  modes: readonly DeliveryMode[] = [],
): ProgramPeriod => ({
  program: "multiAgency",
  status,
  modes,
  sinceOn: on(sinceOn),
  untilOn: untilOn === null ? null : on(untilOn),
});

describe("programs by date", () => {
  // 001 L43, L66: 戸田市 prepares in R7, commissions from 2025-08, runs from R8 (G-39, G-72).
  const toda = [
    period("preparing", ["2025-04-01", "2025-08-01"]),
    period("preparing", ["2025-08-01", "2026-04-01"], ["partlyCommissioned"]),
    period("inOperation", ["2026-04-01", null], ["partlyCommissioned"]),
  ];

  it.each([
    ["2025-03-31", "underStudy"],
    ["2025-04-01", "preparing"],
    ["2025-07-31", "preparing"],
    ["2025-08-01", "run"],
    ["2026-03-31", "run"],
    ["2026-04-01", "run"],
  ])("on %s Toda's 多機関協働 is %s", (day, state) => {
    expect(programStateOn(toda, "multiAgency", on(day))).toBe(state);
  });

  it("the day from which it will be run is told beforehand, and no longer once it has come", () => {
    expect(programStartOn(toda, "multiAgency", on("2025-07-31"))).toBe("2025-08-01");
    expect(programStartOn(toda, "multiAgency", on("2026-07-01"))).toBeNull();
    expect(programStartOn(toda, "outreach", on("2025-07-31"))).toBeNull();
  });

  it("the commission begins on the day of the document", () => {
    expect(firstCommissionedOn(toda, "multiAgency")).toBe("2025-08-01");
    expect(firstCommissionedOn(toda, "outreach")).toBeNull();
  });

  it("what a city studies is not run, whoever would carry it out (G-36)", () => {
    const asaka = [period("underStudy", ["2026-04-01", null], ["direct"])];
    expect(programStateOn(asaka, "multiAgency", on("2026-07-01"))).toBe("underStudy");
    expect(programStateOn([], "multiAgency", on("2026-07-01"))).toBe("underStudy");
    expect(programStartOn(asaka, "multiAgency", on("2026-07-01"))).toBeNull();
  });

  it("what ended is told apart from what never began, and its records may be read", () => {
    const ended = [
      period("inOperation", ["2022-04-01", "2025-04-01"], ["direct"]),
      period("ended", ["2025-04-01", null]),
    ];
    expect(programStateOn(ended, "multiAgency", on("2025-04-01"))).toBe("ended");
    expect(programStateOn(ended.slice(0, 1), "multiAgency", on("2025-04-01"))).toBe("ended");
    expect(wasProgramRunBefore(ended, "multiAgency", on("2025-04-01"))).toBe(true);
    expect(wasProgramRunBefore(toda, "multiAgency", on("2025-08-01"))).toBe(false);
  });

  it("repeated modes and carriers are kept once", () => {
    const input = { requestId, program: "outreach", status: "inOperation", sinceOn: "2026-04-01", version: 0 } as const;
    const parsed = SetProgram.parse({ ...input, modes: ["direct", "direct"], departmentIds: [id, id] });
    expect(parsed).toMatchObject({ modes: ["direct"], departmentIds: [id], target: null });
  });
});

describe("rooms of the program", () => {
  const periods: readonly ModulePeriod[] = [
    { module: "platform", isOn: false, sinceOn: on("2026-05-01"), untilOn: on("2026-06-01") },
  ];
  it("are as the program has them until the city says otherwise", () => {
    expect(isModuleOn(periods, "platform", on("2026-04-30"))).toBe(true);
    expect(isModuleOn(periods, "platform", on("2026-05-01"))).toBe(false);
    expect(isModuleOn(periods, "platform", on("2026-06-01"))).toBe(true);
    expect(isModuleOn(periods, "foodNetwork", on("2026-05-01"))).toBe(false);
  });
});

describe("meeting bodies", () => {
  const seat = (name: string, side: MemberSide, of: { tier?: MemberTier; division?: string } = {}): BodyMember => ({
    departmentId: side === "other" ? null : name,
    name,
    side,
    tier: of.tier ?? null,
    divisionId: of.division ?? null,
  });
  const many = (count: number, side: MemberSide) =>
    Array.from({ length: count }, (_, index) => seat(`${side} ${String(index)}`, side));

  it("count sides: 地域支援研究会 7 + 10 (G-22), 包括的支援推進会議 6 + 1 (G-28)", () => {
    expect(countBodyMembers([...many(7, "administrative"), ...many(10, "agency")]).sides).toEqual({
      administrative: 7,
      agency: 10,
      other: 0,
    });
    expect(countBodyMembers([...many(6, "administrative"), ...many(1, "agency")]).members).toBe(7);
  });

  it("count a section once that sits in both tiers, and 部 by the sections' parents (G-49)", () => {
    const sections = Array.from({ length: 11 }, (_, index) => `課 ${String(index)}`);
    const members = sections.flatMap((name, index) =>
      (["managers", "sectionHeads"] as const).map((tier) =>
        seat(name, "administrative", { tier, division: `部 ${String(index % 6)}` }),
      ),
    );
    expect(countBodyMembers(members)).toEqual({
      members: 11,
      sides: { administrative: 11, agency: 0, other: 0 },
      tiers: 2,
      divisions: 6,
    });
  });

  it.each([
    [{ kind: "asNeeded" }, true, null],
    [{ kind: "asNeeded", times: 2 }, false, null],
    [{ kind: "timesPerYear", times: 2 }, true, 2],
    [{ kind: "timesPerYear" }, false, null],
    [{ kind: "timesInTotal", times: 4 }, true, null],
    [{ kind: "monthly" }, true, 12],
  ])("%j states its number where it counts", (frequency, isRight, perYear) => {
    const parsed = FrequencyField.safeParse(frequency);
    expect(parsed.success).toBe(isRight);
    if (parsed.success) expect(meetingsPerYear(parsed.data)).toBe(perYear);
  });

  it("seat a department or a named body, never both, never neither", () => {
    const wish = { requestId, meetingBodyId: id, side: "agency", sinceOn: "2026-04-01" };
    expect(AddBodyMember.safeParse({ ...wish, departmentId: id }).success).toBe(true);
    expect(AddBodyMember.safeParse({ ...wish, name: "よりそい（架空）" }).success).toBe(true);
    expect(AddBodyMember.safeParse({ ...wish, departmentId: id, name: "よりそい（架空）" }).success).toBe(false);
    expect(AddBodyMember.safeParse(wish).error?.issues[0]?.path).toEqual(["name"]);
  });
});

describe("plans", () => {
  it.each([
    ["春日井市 R8–R10 (G-32)", 2026, 2028, 3, "2026-04-01", "current"],
    ["朝霞市 R8–R12 (G-35)", 2026, 2030, 5, "2031-03-31", "current"],
    ["越谷市 R4–R7 (G-50)", 2022, 2025, 4, "2026-03-31", "current"],
    ["越谷市 R4–R7 (G-50)", 2022, 2025, 4, "2026-04-01", "expired"],
    ["春日井市 R8–R10", 2026, 2028, 3, "2026-03-31", "upcoming"],
  ])("%s", (_name, fromFiscalYear, toFiscalYear, years, day, status) => {
    expect(planYears({ fromFiscalYear, toFiscalYear })).toBe(years);
    expect(planStatusOn({ fromFiscalYear, toFiscalYear }, on(day))).toBe(status);
  });

  it("do not end before they begin", () => {
    const parsed = AddPlan.safeParse({ requestId, title: "実施計画", fromFiscalYear: 2026, toFiscalYear: "２０２５" });
    expect(parsed.error?.issues).toMatchObject([{ path: ["toFiscalYear"], message: "before_start" }]);
  });
});

describe("names taken on later", () => {
  const thing = { sinceOn: on("2016-04-01"), untilOn: on("2026-04-01") };
  const later = [{ name: "地域共生推進課", sinceOn: on("2023-04-01") }];

  it("are those of the day", () => {
    expect(nameOn("地域福祉課", later, on("2023-03-31"))).toBe("地域福祉課");
    expect(nameOn("地域福祉課", later, on("2023-04-01"))).toBe("地域共生推進課");
  });

  it.each([
    ["2016-04-01", false],
    ["2023-04-01", false],
    ["2023-04-02", true],
    ["2026-03-31", true],
    ["2026-04-01", false],
  ])("a new one from %s: %s, while it exists and without rewriting history", (day, can) => {
    expect(isInForce(thing, on("2016-04-01"))).toBe(true);
    expect(canTakeNameFrom(thing, later, on(day))).toBe(can);
  });
});

describe("the menu of a city", () => {
  const offer: Offer = {
    programs: [
      { program: "multiAgency", state: "underStudy", wasRun: false, name: "多機関協働事業", startsOn: null },
      { program: "participationSupport", state: "ended", wasRun: true, name: "参加支援事業", startsOn: null },
      { program: "outreach", state: "run", wasRun: false, name: "アウトリーチ", startsOn: null },
    ],
    modules: [{ module: "platform", isOn: false }],
  };

  it("has what is run, and what was and left something to read; never what is only studied", () => {
    expect(isOffered({ program: "multiAgency" }, offer)).toBe(false);
    expect(isOffered({ program: "participationSupport" }, offer)).toBe(true);
    expect(isOffered({ program: "outreach" }, offer)).toBe(true);
    expect(isOffered({ module: "platform" }, offer)).toBe(false);
    expect(isOffered({}, offer)).toBe(true);
  });
});

describe("the history of the set-up", () => {
  it("names the fields that differ", () => {
    expect(fieldChanges({ value: 5, modes: ["direct"] }, { value: 7, modes: ["direct"] })).toEqual([
      { field: "value", from: 5, to: 7 },
    ]);
    expect(fieldChanges(null, { name: "福祉課", parent: null })).toEqual([{ field: "name", from: null, to: "福祉課" }]);
  });
});
