import { addDays, type CivilDate, startOfDay, weekdayOf } from "@tsunagari/domain";

const minutesOf = (time: string): number => {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
};

/** The clock at a time of day in Japan, as the services take it. */
export const clockAt = (on: CivilDate, time: string): string =>
  new Date(startOfDay(on).getTime() + minutesOf(time) * 60_000).toISOString();

/** The day so many days before `day`, or the Friday before it: offices are closed at the weekend. */
export const workdayBefore = (day: CivilDate, daysAgo: number): CivilDate => {
  const on = addDays(day, -daysAgo);
  return addDays(on, -Math.max(0, weekdayOf(on) - 5));
};
