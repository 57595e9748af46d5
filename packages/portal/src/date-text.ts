import { addDays, civilDateAt, daysBetween, type CivilDate } from "@tsunagari/domain/kernel";
import type { StatusTone } from "@tsunagari/ui";

const zone = "Asia/Tokyo";
const weekdays = new Intl.DateTimeFormat("ja-JP", { weekday: "short", timeZone: "UTC" });
const eras = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric", timeZone: "UTC" });
const times = new Intl.DateTimeFormat("ja-JP", {
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
  timeZone: zone,
});

const partsOf = (on: string) => {
  const date = new Date(`${on}T00:00:00Z`);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    weekday: weekdays.format(date),
    era: eras.format(date).replace(/(\D)1年$/u, "$1元年"),
  };
};

/** 「2026年11月21日（土）」 */
export const dateText = (on: string): string => {
  const { year, month, day, weekday } = partsOf(on);
  return `${year}年${month}月${day}日（${weekday}）`;
};

/** 「2026年（令和8年）11月21日（土）」, for staff screens (D-25). */
export const eraDateText = (on: string): string => {
  const { year, month, day, weekday, era } = partsOf(on);
  return `${year}年（${era}）${month}月${day}日（${weekday}）`;
};

/** 「11月21日（土）」, where the year is plain from what stands around it. */
export const shortDateText = (on: string): string => {
  const { month, day, weekday } = partsOf(on);
  return `${month}月${day}日（${weekday}）`;
};

/** 「14:03」 in Japan. */
export const timeText = (at: string | Date): string => times.format(new Date(at));

/** 「2026年11月21日（土）14:03」 in Japan. */
export const instantText = (at: string | Date): string => `${dateText(civilDateAt(new Date(at)))}${timeText(at)}`;

/** 「2026年4月1日（水）から2027年3月31日（水）まで」; the last day, not the day after (D-34). */
export const periodText = (sinceOn: string, lastOn: string | null): string =>
  lastOn === null ? `${dateText(sinceOn)}から` : `${dateText(sinceOn)}から${dateText(lastOn)}まで`;

export type DueText = { readonly text: string; readonly tone: StatusTone };

/** How far a due date is, with the tone of its badge: red when past, orange within three days. */
export const dueText = (dueOn: CivilDate, today: CivilDate): DueText => {
  const days = daysBetween(today, dueOn);
  if (days < 0) return { text: `${-days}日過ぎています`, tone: "danger" };
  if (days === 0) return { text: "今日まで", tone: "warning" };
  if (dueOn === addDays(today, 1)) return { text: "明日まで", tone: "warning" };
  return { text: `あと${days}日`, tone: days <= 3 ? "warning" : "neutral" };
};
