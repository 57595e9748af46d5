import { describe, expect, it } from "vitest";
import {
  addBusinessDays,
  addMonths,
  civilDateAt,
  civilDateOf,
  fiscalYearOf,
  isCivilDate,
  isInForce,
  startOfDay,
  weekdayOf,
} from "./time.ts";

describe("civil dates", () => {
  it.each([
    ["2026-03-31T14:59:59Z", "2026-03-31"],
    ["2026-03-31T15:00:00Z", "2026-04-01"],
  ])("an instant %s is %s in Japan", (instant, expected) => {
    expect(civilDateAt(new Date(instant))).toBe(expected);
  });

  it("a day begins at midnight in Japan", () => {
    expect(startOfDay(civilDateOf("2026-04-01")).toISOString()).toBe("2026-03-31T15:00:00.000Z");
  });

  it.each(["2026-02-29", "2026-13-01", "2026-4-1", "", "明日"])("%j is no date", (text) => {
    expect(isCivilDate(text)).toBe(false);
  });

  it.each([
    ["2026-03-31", 2025],
    ["2026-04-01", 2026],
    ["2027-01-01", 2026],
  ])("%s lies in fiscal year %i", (on, year) => {
    expect(fiscalYearOf(civilDateOf(on))).toBe(year);
  });

  it("adding a month keeps to the last day of a shorter month", () => {
    expect(addMonths(civilDateOf("2026-01-31"), 1)).toBe("2026-02-28");
  });

  it("Monday is 1 and Sunday 7", () => {
    expect(weekdayOf(civilDateOf("2026-11-16"))).toBe(1);
    expect(weekdayOf(civilDateOf("2026-11-22"))).toBe(7);
  });
});

describe("dated rows", () => {
  const row = { sinceOn: civilDateOf("2026-04-01"), untilOn: civilDateOf("2026-05-01") };
  it.each([
    ["2026-03-31", false],
    ["2026-04-01", true],
    ["2026-04-30", true],
    ["2026-05-01", false],
  ])("on %s the row in force from April to its last day in April is %s", (on, expected) => {
    expect(isInForce(row, civilDateOf(on))).toBe(expected);
  });

  it("without an end it stays in force", () => {
    expect(isInForce({ ...row, untilOn: null }, civilDateOf("2099-01-01"))).toBe(true);
  });
});

describe("business days", () => {
  const weekend = { isClosed: (on: Parameters<typeof weekdayOf>[0]) => weekdayOf(on) >= 6 };
  it("skips closed days and does not count the first day", () => {
    expect(addBusinessDays(civilDateOf("2026-11-20"), 2, weekend)).toBe("2026-11-24");
  });
});
