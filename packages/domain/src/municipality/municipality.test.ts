import { describe, expect, it } from "vitest";
import { roleCodes } from "../kernel/actor.ts";
import { civilDateOf } from "../kernel/time.ts";
import { ChangeSetting } from "./inputs.ts";
import { canRenameFrom, labelKeys, labelOn, type DatedLabel } from "./label.ts";
import { CitySlug, isLocalGovernmentCode, reservedSlugs } from "./municipality.ts";
import { isInOrder, settingDefaults, settingKeys, settingSchemas, settingsFrom } from "./settings.ts";

const on = civilDateOf;
const requestId = "01990000-0000-7000-8000-000000000001";

describe("the code of a city", () => {
  it.each(["232068", "112275", "112241", "112224", "112259"])("%s has a right check digit", (code) => {
    expect(isLocalGovernmentCode(code)).toBe(true);
  });

  it("with any other last digit is refused", () => {
    const wrong = Array.from({ length: 10 }, (_, digit) => `23206${digit}`).filter(isLocalGovernmentCode);
    expect(wrong).toEqual(["232068"]);
  });

  it.each(["23206", "2320688", "２３２０６８", ""])("must be six digits: %s", (code) => {
    expect(isLocalGovernmentCode(code)).toBe(false);
  });
});

describe("the address of a city", () => {
  it.each(reservedSlugs)("cannot be the reserved word %s", (slug) => {
    expect(CitySlug.safeParse(slug).success).toBe(false);
  });

  it.each(["kasugai", "asaka2"])("can be %s", (slug) => {
    expect(CitySlug.parse(slug)).toBe(slug);
  });

  it.each(["Kasugai", "ka/sugai", "春日井", "1city", "", ".."])("cannot be %s", (slug) => {
    expect(CitySlug.safeParse(slug).success).toBe(false);
  });
});

describe("names with dates", () => {
  // 002 L134: Kasugai renamed the tier-2 coordinators in fiscal 2020 (G-71).
  const rows: DatedLabel[] = [
    {
      key: "role.communityCoordinator",
      text: "第2層生活支援コーディネーター",
      sinceOn: on("2016-04-01"),
      untilOn: on("2020-04-01"),
    },
    { key: "role.communityCoordinator", text: "地域福祉コーディネーター", sinceOn: on("2020-04-01"), untilOn: null },
  ];

  it.each([
    ["2016-03-31", null],
    ["2019-10-01", "第2層生活支援コーディネーター"],
    ["2020-03-31", "第2層生活支援コーディネーター"],
    ["2020-04-01", "地域福祉コーディネーター"],
    ["2020-10-01", "地域福祉コーディネーター"],
  ])("on %s the coordinator is called %s", (day, text) => {
    expect(labelOn(rows, "role.communityCoordinator", on(day))).toBe(text);
  });

  it("a key the city has not named has no name of its own", () => {
    expect(labelOn(rows, "meeting.consented", on("2026-04-01"))).toBeNull();
  });

  it("history is not rewritten by a new name", () => {
    const current = rows[1] ?? null;
    expect(canRenameFrom(current, on("2020-04-01"))).toBe(false);
    expect(canRenameFrom(current, on("2020-04-02"))).toBe(true);
    expect(canRenameFrom(null, on("2000-01-01"))).toBe(true);
  });

  it("every role can be named by the city", () => {
    for (const code of roleCodes) expect(labelKeys).toContain(`role.${code}`);
  });
});

describe("settings", () => {
  it("are all listed, and every default is allowed", () => {
    expect([...settingKeys].toSorted()).toEqual(Object.keys(settingSchemas).toSorted());
    for (const key of settingKeys) expect(settingSchemas[key].safeParse(settingDefaults[key]).success, key).toBe(true);
    expect(isInOrder(settingDefaults)).toBe(true);
  });

  it("a stored value replaces the default and leaves the others", () => {
    const values = settingsFrom([{ key: "participationGate", value: "none" }]);
    expect(values).toEqual({ ...settingDefaults, participationGate: "none" });
  });

  it("a stored value that is not allowed stops instead of meaning the default", () => {
    expect(() => settingsFrom([{ key: "staffIdleMinutes", value: 600 }])).toThrow(/out_of_range/u);
  });

  it("the idle limits can be shortened and not lengthened", () => {
    const change = (value: number) =>
      ChangeSetting.safeParse({ requestId, key: "staffIdleMinutes", value, version: 0 }).success;
    expect(change(10)).toBe(true);
    expect(change(16)).toBe(false);
  });

  it.each(["__proto__", "constructor", "nothing"])("there is no setting %s", (key) => {
    expect(ChangeSetting.safeParse({ requestId, key, value: 1, version: 0 }).success).toBe(false);
  });

  it("clocks that overtake each other are out of order", () => {
    expect(isInOrder({ ...settingDefaults, referralReminderBusinessDays: 5 })).toBe(false);
  });
});
