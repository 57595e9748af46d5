import { addDays, civilDateOf } from "@tsunagari/domain/kernel";
import { eraDateText } from "@tsunagari/portal";

/** The last day of a period that ends before `untilOn` (D-34). */
export const lastDayText = (untilOn: string): string => eraDateText(addDays(civilDateOf(untilOn), -1));

/** 「2026年（令和8年）4月1日（水）から」, with the last day where there is one. */
export const spanText = (sinceOn: string, untilOn: string | null): string =>
  `${eraDateText(sinceOn)}から${untilOn === null ? "" : `${lastDayText(untilOn)}まで`}`;

/** 「2026年度（令和8年度）」; the era is that of the first day of April. */
export const fiscalYearText = (year: number): string => {
  const era = /（(?<era>[^）]+)年）/u.exec(eraDateText(`${String(year)}-04-01`))?.groups?.["era"];
  return era === undefined ? `${String(year)}年度` : `${String(year)}年度（${era}年度）`;
};
