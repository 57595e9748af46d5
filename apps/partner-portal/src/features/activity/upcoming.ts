import { nextDates, ScheduleInput, type WeeklySchedule } from "@tsunagari/domain/activity";
import type { CivilDate } from "@tsunagari/domain/kernel";
import { scheduleInputOf, type ScheduleValues } from "./editor-values.ts";

export type Upcoming = { readonly on: CivilDate; readonly isSkipped: boolean };

/** The weekly schedule on the screen as far as its dates are known; the times may still be missing. */
const weeklyOf = (values: ScheduleValues): WeeklySchedule | null => {
  const parsed = ScheduleInput.safeParse(scheduleInputOf({ ...values, fromTime: "00:00", toTime: "23:59" }));
  return parsed.success && parsed.data.kind === "weekly" ? parsed.data : null;
};

/** The next dates, those left out among them; null as long as weekday or first day are missing. */
export const upcomingOf = (values: ScheduleValues, from: CivilDate, count: number): readonly Upcoming[] | null => {
  const weekly = weeklyOf(values);
  if (weekly === null) return null;
  const skipped = new Set<string>(weekly.skippedOn);
  return nextDates({ ...weekly, skippedOn: [] }, from, count).map((on) => ({ on, isSkipped: skipped.has(on) }));
};
