import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, civilDateOf, weekdayOf, type CivilDate } from "../kernel/index.ts";
import { asWeekday, hasDatesLeft, nextDates, nextDayAt, tidySkipped, type WeeklySchedule } from "./schedule.ts";

// 2026-04-01 is a Wednesday, the first day of fiscal 2026.
const wednesday = civilDateOf("2026-04-01");
const weekly = (changes: Partial<WeeklySchedule> = {}): WeeklySchedule => ({
  kind: "weekly",
  weekday: 3,
  fromTime: "17:00",
  toTime: "19:00",
  firstOn: wednesday,
  lastOn: null,
  skippedOn: [],
  ...changes,
});

describe("next dates", () => {
  test("today counts, then every seventh day", () => {
    expect(nextDates(weekly(), wednesday, 3)).toEqual(["2026-04-01", "2026-04-08", "2026-04-15"]);
  });

  test("a first day on another weekday starts with the next fitting day", () => {
    expect(nextDates(weekly({ firstOn: civilDateOf("2026-04-02") }), wednesday, 1)).toEqual(["2026-04-08"]);
  });

  test("skipped dates are left out and replaced by later ones", () => {
    const schedule = weekly({ skippedOn: [civilDateOf("2026-04-29"), civilDateOf("2026-05-06")] });
    expect(nextDates(schedule, civilDateOf("2026-04-23"), 2)).toEqual(["2026-05-13", "2026-05-20"]);
  });

  test("the last day counts, the day after does not", () => {
    const schedule = weekly({ lastOn: civilDateOf("2026-04-08") });
    expect(nextDates(schedule, civilDateOf("2026-04-08"), 5)).toEqual(["2026-04-08"]);
    expect(hasDatesLeft(schedule, civilDateOf("2026-04-09"))).toBe(false);
  });

  test.each([
    ["16:59", "2026-04-01"],
    ["18:59", "2026-04-01"],
    ["19:00", "2026-04-08"],
  ])("at %s of its day, 17:00 to 19:00, the next date is %s", (time, next) => {
    expect(nextDates(weekly(), nextDayAt(weekly(), wednesday, time), 1)).toEqual([next]);
    expect(nextDayAt({ kind: "byAppointment" }, wednesday, time)).toBe(wednesday);
  });

  test("by appointment there are no dates, and it never runs out", () => {
    expect(nextDates({ kind: "byAppointment" }, wednesday, 5)).toEqual([]);
    expect(hasDatesLeft({ kind: "byAppointment" }, wednesday)).toBe(true);
  });

  test("a schedule whose every remaining date is skipped has no dates left", () => {
    const schedule = weekly({ lastOn: civilDateOf("2026-04-08"), skippedOn: [wednesday, civilDateOf("2026-04-08")] });
    expect(hasDatesLeft(schedule, wednesday)).toBe(false);
  });

  test("equals what a walk over every day gives", () => {
    const day = fc.integer({ min: 0, max: 120 }).map((offset) => addDays(wednesday, offset));
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 7 }).map(asWeekday),
        day,
        fc.option(fc.integer({ min: 0, max: 90 }), { nil: null }),
        fc.array(day, { maxLength: 12 }),
        day,
        (weekday, firstOn, span, skippedOn, from) => {
          const schedule = weekly({
            weekday,
            firstOn,
            lastOn: span === null ? null : addDays(firstOn, span),
            skippedOn,
          });
          const walked: CivilDate[] = [];
          for (let on = from, left = 400; left > 0 && walked.length < 4; on = addDays(on, 1), left -= 1) {
            const isOn =
              weekdayOf(on) === weekday &&
              on >= firstOn &&
              (schedule.lastOn === null || on <= schedule.lastOn) &&
              !skippedOn.includes(on);
            if (isOn) walked.push(on);
          }
          expect(nextDates(schedule, from, 4)).toEqual(walked);
        },
      ),
    );
  });
});

test("skipped days are kept once, in order, and only where the activity would take place", () => {
  const schedule = weekly({
    lastOn: civilDateOf("2026-04-30"),
    skippedOn: ["2026-04-29", "2026-04-08", "2026-04-29", "2026-04-09", "2026-05-06", "2026-03-25"].map(civilDateOf),
  });
  expect(tidySkipped(schedule).skippedOn).toEqual(["2026-04-08", "2026-04-29"]);
});

test("a number that is no weekday is refused", () => {
  expect(() => asWeekday(0)).toThrow(RangeError);
  expect(() => asWeekday(8)).toThrow(RangeError);
});
