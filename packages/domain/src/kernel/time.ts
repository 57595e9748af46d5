// Plain arithmetic on UTC, held against Temporal by its test (ADR 0020): a day of Japan is never longer than another.
declare const civilDate: unique symbol;
/** `YYYY-MM-DD`, a date in Asia/Tokyo. Columns and fields of this kind end in `On`. */
export type CivilDate = string & { readonly [civilDate]: true };

/** A point in time; columns and fields of this kind end in `At`. */
export type Instant = Date;

/** Whether the text is an existing day written `YYYY-MM-DD`. */
export const isCivilDate = (text: string): text is CivilDate => {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false;
  const at = new Date(text);
  // A day that is not in the calendar is read as another one, or not at all.
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
};

/** Reads `YYYY-MM-DD`; throws `RangeError` where there is no such day. */
export const civilDateOf = (text: string): CivilDate => {
  if (isCivilDate(text)) return text;
  throw new RangeError(`${text} is no day written YYYY-MM-DD`);
};

const dayMs = 86_400_000;
/** Japan has kept nine hours before UTC, without summer time, since 1951. */
const japanAheadMs = 9 * 3_600_000;

const civil = (at: Date): CivilDate => at.toISOString().slice(0, 10) as CivilDate;

/** The date in Japan at an instant. */
export const civilDateAt = (at: Instant): CivilDate => civil(new Date(at.getTime() + japanAheadMs));

/** The instant at which a day begins in Japan. */
export const startOfDay = (on: CivilDate): Instant => new Date(Date.parse(on) - japanAheadMs);

/** The civil date so many calendar days later; earlier where `days` is negative. */
export const addDays = (on: CivilDate, days: number): CivilDate => civil(new Date(Date.parse(on) + days * dayMs));

/** Adds calendar months; the last day of the month where the day does not exist. */
export const addMonths = (on: CivilDate, months: number): CivilDate => {
  const date = new Date(on);
  const day = date.getUTCDate();
  date.setUTCMonth(date.getUTCMonth() + months, 1);
  const lastDay = new Date(date).setUTCMonth(date.getUTCMonth() + 1, 0);
  date.setUTCDate(Math.min(day, new Date(lastDay).getUTCDate()));
  return civil(date);
};

/** Calendar days from one date to another; negative where `to` lies before `from`. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => (Date.parse(to) - Date.parse(from)) / dayMs;

/** 1 = Monday … 7 = Sunday (GIF DS-441). */
export const weekdayOf = (on: CivilDate): number => new Date(on).getUTCDay() || 7;

/** The fiscal year (April to March) a day lies in, named by the year it begins. */
export const fiscalYearOf = (on: CivilDate): number => {
  const date = new Date(on);
  return date.getUTCMonth() >= 3 ? date.getUTCFullYear() : date.getUTCFullYear() - 1;
};

/** A dated row is in force on `[sinceOn, untilOn)`; no `untilOn` means until further notice (D-34). */
export type Dated = { readonly sinceOn: CivilDate; readonly untilOn: CivilDate | null };

/** Whether a dated row holds on a day: from `sinceOn` on, no longer on `untilOn` itself (D-34). */
export const isInForce = (row: Dated, on: CivilDate): boolean =>
  row.sinceOn <= on && (row.untilOn === null || on < row.untilOn);

/** Whether two dated rows hold on a common day; an empty period overlaps nothing. */
export const periodsOverlap = (left: Dated, right: Dated): boolean => {
  const isEmpty = (row: Dated) => row.untilOn !== null && row.untilOn <= row.sinceOn;
  if (isEmpty(left) || isEmpty(right)) return false;
  return (
    (right.untilOn === null || left.sinceOn < right.untilOn) && (left.untilOn === null || right.sinceOn < left.untilOn)
  );
};

/** The last day on which a dated row holds, as screens show it (D-34). */
export const lastDayOf = (untilOn: CivilDate): CivilDate => addDays(untilOn, -1);

/** Closed days of the municipality; built in services from a holiday library and the city's own days. */
export type BusinessCalendar = { readonly isClosed: (on: CivilDate) => boolean };

/** The `count`-th business day after `from`; `from` itself is not counted. */
export const addBusinessDays = (from: CivilDate, count: number, calendar: BusinessCalendar): CivilDate => {
  let day = from;
  let left = count;
  while (left > 0) {
    day = addDays(day, 1);
    if (!calendar.isClosed(day)) left -= 1;
  }
  return day;
};
