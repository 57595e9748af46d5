import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  addBusinessDays,
  addDays,
  addMonths,
  civilDateAt,
  civilDateOf,
  daysBetween,
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

describe("what is counted in days and months", () => {
  const first = Date.parse("1952-01-01");
  const days = fc.integer({ min: 0, max: 365 * 150 }).map((count) => civilDateAt(new Date(first + count * 86_400_000)));
  const few = fc.integer({ min: -1200, max: 1200 });
  const plain = (on: string) => Temporal.PlainDate.from(on);

  it("is what Temporal counts", () => {
    fc.assert(
      fc.property(days, days, few, (on, other, count) => {
        expect(civilDateOf(on)).toBe(plain(on).toString());
        expect(addDays(on, count)).toBe(plain(on).add({ days: count }).toString());
        expect(addMonths(on, count)).toBe(plain(on).add({ months: count }).toString());
        expect(daysBetween(on, other)).toBe(plain(on).until(plain(other), { largestUnit: "days" }).days);
        expect(weekdayOf(on)).toBe(plain(on).dayOfWeek);
        expect(fiscalYearOf(on)).toBe(plain(on).subtract({ months: 3 }).year);
        expect(startOfDay(on).getTime()).toBe(plain(on).toZonedDateTime("Asia/Tokyo").epochMilliseconds);
      }),
    );
  });

  it("a day that Temporal does not know is none", () => {
    const part = (max: number) => fc.integer({ min: 0, max }).map((value) => String(value).padStart(2, "0"));
    fc.assert(
      fc.property(fc.integer({ min: 1952, max: 2100 }), part(14), part(33), (year, month, day) => {
        const text = `${String(year)}-${month}-${day}`;
        const known = (() => {
          try {
            return plain(text).toString() === text;
          } catch {
            return false;
          }
        })();
        expect(isCivilDate(text)).toBe(known);
      }),
    );
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
