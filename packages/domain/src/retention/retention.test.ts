import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDateOf, type CivilDate } from "../kernel/index.ts";
import { dueOnAfter, isRetentionOver, retentionEndOf, type CaseRecord } from "./retention.ts";

const on = civilDateOf;
const five = { caseRetentionYears: 5, referralRetentionYears: 5, meetingRetentionYears: 5 };

describe("a period of whole years", () => {
  it.each([
    ["the last day of a fiscal year", "2020-03-31", 5, "2025-04-01"],
    ["the first day of the next", "2020-04-01", 5, "2026-04-01"],
    ["a day before New Year", "2020-12-31", 1, "2022-04-01"],
    ["a leap day", "2024-02-29", 3, "2027-04-01"],
    ["a leap day, a leap year later", "2020-02-29", 4, "2024-04-01"],
    ["the longest a city may set", "2026-06-01", 30, "2057-04-01"],
  ])("counts from the fiscal year after %s", (_what, completedOn, years, dueOn) => {
    expect(dueOnAfter(on(completedOn), years)).toBe(dueOn);
  });
});

describe("a case", () => {
  const record: CaseRecord = {
    closedOn: on("2020-05-01"),
    openReferralCount: 0,
    lastReferralEndedOn: null,
    lastMeetingOn: null,
  };

  it("goes when the last of its records may go", () => {
    expect(retentionEndOf(record, five)).toEqual({ completedOn: "2020-05-01", dueOn: "2026-04-01" });
    const later = { ...record, lastReferralEndedOn: on("2021-04-01") };
    expect(retentionEndOf(later, five)).toEqual({ completedOn: "2021-04-01", dueOn: "2027-04-01" });
    const discussed = { ...record, lastMeetingOn: on("2019-06-01") };
    const kept = retentionEndOf(discussed, { ...five, meetingRetentionYears: 10 });
    expect(kept).toEqual({ completedOn: "2019-06-01", dueOn: "2030-04-01" });
  });

  const day = fc.integer({ min: -9000, max: 9000 }).map((days): CivilDate => addDays(on("2026-02-28"), days));
  const years = fc.integer({ min: 1, max: 30 });
  const settings = fc.record({
    caseRetentionYears: years,
    referralRetentionYears: years,
    meetingRetentionYears: years,
  });
  const records = fc.record({
    closedOn: fc.option(day),
    openReferralCount: fc.nat(2),
    lastReferralEndedOn: fc.option(day),
    lastMeetingOn: fc.option(day),
  });

  it("is never due while it, or a referral of it, is open, or a meeting is to come", () => {
    fc.assert(
      fc.property(records, settings, day, (one, set, today) => {
        if (!isRetentionOver(retentionEndOf(one, set), today)) return;
        expect(one.closedOn).not.toBeNull();
        expect(one.openReferralCount).toBe(0);
        for (const end of [one.closedOn, one.lastReferralEndedOn, one.lastMeetingOn]) {
          expect(end === null || end < today).toBe(true);
        }
      }),
    );
  });

  it("that is due stays due when a setting is shortened, and on every later day", () => {
    const shorter = fc.record({
      by: fc.nat(29),
      key: fc.constantFrom(...(Object.keys(five) as (keyof typeof five)[])),
    });
    fc.assert(
      fc.property(records, settings, fc.tuple(day, fc.nat(4000), shorter), (one, set, [today, later, { by, key }]) => {
        if (!isRetentionOver(retentionEndOf(one, set), today)) return;
        const shortened = { ...set, [key]: Math.max(1, set[key] - by) };
        expect(isRetentionOver(retentionEndOf(one, shortened), addDays(today, later))).toBe(true);
      }),
    );
  });
});
