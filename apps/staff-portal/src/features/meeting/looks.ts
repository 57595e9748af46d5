import type { MeetingStatus } from "@tsunagari/domain/meeting";
import { meetingMessages } from "@tsunagari/messages";
import { eraDateText } from "@tsunagari/portal";
import type { StatusTone } from "@tsunagari/ui";
import type { MeetingListItem } from "./queries.ts";

export const statusTones: Readonly<Record<MeetingStatus, StatusTone>> = {
  scheduled: "info",
  held: "success",
  canceled: "quiet",
};

type Named = Pick<MeetingListItem, "label" | "legalBasis">;

/** What the city calls such a meeting on its day (D-01). */
export const meetingName = ({ label, legalBasis }: Named): string => label ?? meetingMessages.legalBases[legalBasis];

/** 「2026年（令和8年）12月1日（火）14:00」 */
export const whenText = ({ meetsOn, startsAtTime }: Pick<MeetingListItem, "meetsOn" | "startsAtTime">): string =>
  `${eraDateText(meetsOn)}${startsAtTime === null ? "" : ` ${startsAtTime.slice(0, 5)}から`}`;

const eraYears = new Intl.DateTimeFormat("ja-JP-u-ca-japanese", { era: "long", year: "numeric", timeZone: "UTC" });

/** 「2026年度（令和8年度）」, named by the era in which it begins. */
export const fiscalYearText = (year: number): string => {
  const era = eraYears.format(new Date(Date.UTC(year, 3, 1))).replace(/(\D)1年$/u, "$1元年");
  return `${year}年度（${era}度）`;
};
