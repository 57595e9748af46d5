import { describe, expect, it } from "vitest";
import { eraHint, joinDate, splitDate, yearOf } from "./date-parts.ts";
import { timeOf } from "./time-field.tsx";

describe("years", () => {
  it.each([
    ["2026", "2026"],
    ["２０２６年", "2026"],
    ["令和8", "2026"],
    ["Ｒ８", "2026"],
    ["令和元年", "2019"],
    ["平成31", "2019"],
    ["h元", "1989"],
    ["昭和30", "1955"],
    ["S64", "1989"],
    ["大正15", "1926"],
    ["明治元", "1868"],
    ["らいねん", "らいねん"],
  ])("reads %s as %s", (typed, year) => {
    expect(yearOf(typed)).toBe(year);
  });
});

describe("dates in three fields", () => {
  it("join to ISO text with leading zeros, full-width digits folded", () => {
    expect(joinDate({ year: "２０２６", month: "４", day: "1日" })).toBe("2026-04-01");
  });

  it("are empty text when nothing was typed, and keep what was typed when a part is missing", () => {
    expect(joinDate({ year: "", month: "", day: "" })).toBe("");
    expect(joinDate({ year: "2026", month: "", day: "5" })).toBe("2026--05");
    expect(splitDate("2026--05")).toEqual({ year: "2026", month: "", day: "5" });
  });
});

describe("the hint in the Japanese calendar", () => {
  it("names era, first year and weekday", () => {
    expect(eraHint("2026-11-21")).toBe("令和8年11月21日（土）");
    expect(eraHint("2019-05-01")).toBe("令和元年5月1日（水）");
  });

  it("is silent about days that do not exist", () => {
    expect(eraHint("2026-02-30")).toBeNull();
    expect(eraHint("2026-2-3")).toBeNull();
  });
});

describe("times", () => {
  it.each([
    ["9:30", "09:30"],
    ["930", "09:30"],
    ["９：３０", "09:30"],
    ["14時", "14:00"],
    ["14", "14"],
    ["14時05分", "14:05"],
    ["朝", "朝"],
  ])("reads %s as %s", (typed, time) => {
    expect(timeOf(typed)).toBe(time);
  });
});
