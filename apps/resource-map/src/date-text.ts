import type { CivilDate } from "@tsunagari/domain/kernel";

// A civil date has no zone; read and written in UTC it stays the day it is.
const parts = new Intl.DateTimeFormat("ja-JP", {
  year: "numeric",
  month: "numeric",
  day: "numeric",
  weekday: "short",
  timeZone: "UTC",
});

const partsOf = (on: CivilDate) => {
  const found = Object.fromEntries(
    parts.formatToParts(new Date(`${on}T00:00:00Z`)).map(({ type, value }) => [type, value]),
  );
  return {
    year: found["year"] ?? "",
    month: found["month"] ?? "",
    day: found["day"] ?? "",
    weekday: found["weekday"] ?? "",
  };
};

/** 2026年11月24日（火）: 西暦 first on public pages (D-25). */
export const dateText = (on: CivilDate): string => {
  const { year, month, day, weekday } = partsOf(on);
  return `${year}年${month}月${day}日（${weekday}）`;
};

/** The parts of a date for a calendar leaf. */
export const calendarLeaf = (
  on: CivilDate,
): { readonly month: string; readonly day: string; readonly weekday: string } => {
  const { month, day, weekday } = partsOf(on);
  return { month: `${month}月`, day, weekday: `${weekday}` };
};

/** 10:00〜12:00 */
export const timesText = (schedule: { readonly fromTime: string; readonly toTime: string }): string =>
  `${schedule.fromTime}〜${schedule.toTime}`;
