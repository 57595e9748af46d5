import holidays from "@holiday-jp/holiday_jp";
import { weekdayOf, type BusinessCalendar, type CivilDate } from "@tsunagari/domain";

/** 地方公共団体の休日（地方自治法4条の2）: weekends, national holidays, 12/29 to 1/3. */
const isPublicHoliday = (on: CivilDate): boolean => {
  const monthAndDay = on.slice(5);
  return weekdayOf(on) >= 6 || monthAndDay >= "12-29" || monthAndDay <= "01-03" || on in holidays.holidays;
};

/** The days on which a city works: not on public holidays, nor on closed days of its own (D-12). */
export const businessCalendar = (closedDays: readonly CivilDate[]): BusinessCalendar => {
  const own = new Set(closedDays);
  return { isClosed: (on) => own.has(on) || isPublicHoliday(on) };
};
