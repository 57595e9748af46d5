import { addDays, daysBetween, weekdayOf, type CivilDate } from "../kernel/index.ts";

/** 1 = Monday … 7 = Sunday (GIF DS-441). */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
export type Weekday = (typeof weekdays)[number];

export type WeeklySchedule = {
  readonly kind: "weekly";
  readonly weekday: Weekday;
  /** `HH:MM` */
  readonly fromTime: string;
  readonly toTime: string;
  readonly firstOn: CivilDate;
  /** The last possible day itself; null means until further notice. */
  readonly lastOn: CivilDate | null;
  readonly skippedOn: readonly CivilDate[];
};
/** When an activity takes place: one weekly recurrence, or by appointment. */
export type Schedule = WeeklySchedule | { readonly kind: "byAppointment" };

export const scheduleKinds = ["weekly", "byAppointment"] as const satisfies readonly Schedule["kind"][];

const isWeekday = (value: number): value is Weekday => (weekdays as readonly number[]).includes(value);

/** Narrows a number that the database or a form gave; throws where it is no weekday. */
export const asWeekday = (value: number): Weekday => {
  if (!isWeekday(value)) throw new RangeError(`not a weekday: ${value}`);
  return value;
};

/** The first day on or after `on` that is this weekday. */
export const weekdayOnOrAfter = (weekday: Weekday, on: CivilDate): CivilDate =>
  addDays(on, (weekday - weekdayOf(on) + 7) % 7);

/** The next `count` dates on or after `from`, skipped ones left out; none where it goes by appointment. */
export const nextDates = (schedule: Schedule, from: CivilDate, count: number): readonly CivilDate[] => {
  if (schedule.kind === "byAppointment") return [];
  const skipped = new Set(schedule.skippedOn);
  const dates: CivilDate[] = [];
  let day = weekdayOnOrAfter(schedule.weekday, from > schedule.firstOn ? from : schedule.firstOn);
  // Every date looked at is kept, skipped or past the end, so the walk is as long as what it may find.
  for (let left = count + skipped.size; left > 0 && dates.length < count; left -= 1) {
    if (schedule.lastOn !== null && day > schedule.lastOn) break;
    if (!skipped.has(day)) dates.push(day);
    day = addDays(day, 7);
  }
  return dates;
};

/**
 * From which day on the next date is looked for at a moment in Japan: today, and once the hours of the day are over
 * (`toTime`), tomorrow. What is under way is still today's.
 */
export const nextDayAt = (schedule: Schedule, on: CivilDate, time: string): CivilDate =>
  schedule.kind === "weekly" && schedule.toTime <= time ? addDays(on, 1) : on;

/** Whether a date is still to come; an activity by appointment always has one. */
export const hasDatesLeft = (schedule: Schedule, from: CivilDate): boolean =>
  schedule.kind === "byAppointment" || nextDates(schedule, from, 1).length > 0;

/** Skipped days in order, each once, and only those on which the activity would have taken place. */
export const tidySkipped = (schedule: WeeklySchedule): WeeklySchedule => ({
  ...schedule,
  skippedOn: [...new Set(schedule.skippedOn)]
    .filter(
      (on) =>
        weekdayOf(on) === schedule.weekday &&
        daysBetween(schedule.firstOn, on) >= 0 &&
        (schedule.lastOn === null || on <= schedule.lastOn),
    )
    .toSorted(),
});
