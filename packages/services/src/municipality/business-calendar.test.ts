import { addBusinessDays, civilDateOf } from "@tsunagari/domain";
import { describe, expect, it } from "vitest";
import { businessCalendar } from "./business-calendar.ts";

const on = civilDateOf;

describe("the days on which a city works", () => {
  it.each([
    ["2026-05-02", "a Saturday"],
    ["2026-05-03", "a Sunday and 憲法記念日"],
    ["2026-05-06", "the day in lieu of 憲法記念日"],
    ["2026-12-29", "the end of the year"],
    ["2027-01-03", "the beginning of the year"],
    ["2026-09-22", "the day between two holidays"],
  ])("%s is closed: %s", (day) => {
    expect(businessCalendar([]).isClosed(on(day))).toBe(true);
  });

  it.each(["2026-05-07", "2026-12-28", "2027-01-04"])("%s is open", (day) => {
    expect(businessCalendar([]).isClosed(on(day))).toBe(false);
  });

  it("a closed day of the city's own counts", () => {
    expect(businessCalendar([on("2026-05-07")]).isClosed(on("2026-05-07"))).toBe(true);
  });

  it("two business days after the eve of the long holidays lie after them", () => {
    expect(addBusinessDays(on("2026-05-01"), 2, businessCalendar([]))).toBe("2026-05-08");
    expect(addBusinessDays(on("2026-12-28"), 1, businessCalendar([]))).toBe("2027-01-04");
  });
});
