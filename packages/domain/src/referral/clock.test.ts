import { describe, expect, it } from "vitest";
import type { BusinessCalendar, CivilDate } from "../kernel/index.ts";
import { civilDateOf, weekdayOf } from "../kernel/index.ts";
import {
  defaultDueOn,
  followUpsOn,
  isPastDue,
  isPermittedDueOn,
  isReopenable,
  nextClockOn,
  remindersOf,
  waitlistReviewsDue,
} from "./clock.ts";

const day = civilDateOf;
/** Saturdays, Sundays, 2027-01-01 and 2027-01-11 as holidays, and 12/29 to 1/3 (D-12). */
const calendar: BusinessCalendar = {
  isClosed: (on: CivilDate) =>
    weekdayOf(on) >= 6 || on === "2027-01-11" || on.slice(5) >= "12-29" || on.slice(5) <= "01-03",
};
/** Thursday, two working days before the year's end. */
const thursday = day("2026-12-24");

describe("clocks of a referral", () => {
  it("reminds the partner after 2 and the coordinator after 5 business days, across New Year", () => {
    expect(remindersOf(thursday, calendar)).toEqual({ partnerOn: "2026-12-28", coordinatorOn: "2027-01-06" });
  });

  it("expires after 14 business days, holidays and 12/29 to 1/3 not counted", () => {
    expect(defaultDueOn(thursday, calendar)).toBe("2027-01-20");
  });

  it.each([
    ["2026-12-24", false],
    ["2026-12-25", true],
    ["2027-01-20", true],
    ["2027-01-21", false],
  ])("a due date of %s is permitted: %s", (dueOn, isPermitted) => {
    expect(isPermittedDueOn(day(dueOn), thursday, defaultDueOn(thursday, calendar))).toBe(isPermitted);
  });

  it("keeps the due date itself in time and gives no grace after it", () => {
    expect(isPastDue(day("2026-12-24"), thursday)).toBe(false);
    expect(isPastDue(day("2026-12-23"), thursday)).toBe(true);
  });

  it.each([
    ["2026-12-24", 0],
    ["2027-01-22", 0],
    ["2027-01-23", 1],
    ["2027-02-21", 1],
    ["2027-02-22", 2],
  ])("on %s %i reviews of a waiting list of 2026-12-24 have come due", (today, count) => {
    expect(waitlistReviewsDue(thursday, day(today))).toBe(count);
  });

  it("asks again 30 and 90 days after settling", () => {
    expect(followUpsOn(thursday)).toEqual(["2027-01-23", "2027-03-24"]);
  });

  it("lets a referral be reopened up to the thirtieth day", () => {
    expect(isReopenable(thursday, day("2027-01-23"))).toBe(true);
    expect(isReopenable(thursday, day("2027-01-24"))).toBe(false);
  });

  it("shows the due date while it waits for an answer and the next review while it is on the waiting list", () => {
    const base = { dueOn: day("2027-01-20"), waitlistedOn: thursday };
    const today = day("2027-01-24");
    expect(nextClockOn({ ...base, status: "sent" }, today)).toBe("2027-01-20");
    expect(nextClockOn({ ...base, status: "waitlisted" }, today)).toBe("2027-02-22");
    expect(nextClockOn({ ...base, status: "completed" }, today)).toBeNull();
  });
});
