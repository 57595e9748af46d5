import { addDays, civilDateAt, type CivilDate } from "@tsunagari/domain/kernel";
import type { ReferralStatus } from "@tsunagari/domain/referral";
import { dateText, shortDateText } from "@tsunagari/portal";

/** 「11月30日（月）」; with the year where it is another one. */
export const nearDateText = (on: CivilDate, today: CivilDate): string =>
  on.slice(0, 4) === today.slice(0, 4) ? shortDateText(on) : dateText(on);

/** The day of something that happened, in Japan. */
export const dayText = (at: string | Date, today: CivilDate): string => nearDateText(civilDateAt(new Date(at)), today);

/** The last day on which a completed referral can still be read (D-11); null where it is closed. */
export const lastReadableOn = (packetClosesOn: CivilDate | null, today: CivilDate): CivilDate | null =>
  packetClosesOn !== null && today < packetClosesOn ? addDays(packetClosesOn, -1) : null;

export type Clocked = {
  readonly status: ReferralStatus;
  readonly dueOn: CivilDate | null;
  readonly firstStepOn: CivilDate | null;
  readonly expectedOn: CivilDate | null;
  readonly nextClockOn: CivilDate | null;
  readonly packetClosesOn: CivilDate | null;
  readonly endedAt: string | null;
};

const sentText = ({ dueOn }: Clocked, today: CivilDate): string => {
  if (dueOn === null) return "返事をお願いします";
  return dueOn < today
    ? `返事の期限（${nearDateText(dueOn, today)}）を過ぎています。早めに返事をお願いします`
    : `${nearDateText(dueOn, today)}までに返事をお願いします`;
};

const acceptedText = ({ firstStepOn }: Clocked, today: CivilDate): string => {
  if (firstStepOn === null) return "最初の連絡をしたら、記録してください";
  return firstStepOn < today
    ? `最初の日の予定（${nearDateText(firstStepOn, today)}）を過ぎました。連絡がついたら、記録してください`
    : `${nearDateText(firstStepOn, today)}に最初の一歩の予定です。連絡がついたら、記録してください`;
};

const waitlistedText = ({ expectedOn, nextClockOn }: Clocked, today: CivilDate): string => {
  const expected =
    expectedOn === null
      ? "受け入れられる時期は、まだわかりません"
      : `${nearDateText(expectedOn, today)}ごろ受け入れられる見込みです`;
  return nextClockOn === null ? expected : `${expected}。${nearDateText(nextClockOn, today)}に見直します`;
};

const completedText = ({ packetClosesOn }: Clocked, today: CivilDate): string => {
  const lastOn = lastReadableOn(packetClosesOn, today);
  return lastOn === null
    ? "完了しました。内容はもう見られません"
    : `完了しました。この情報は${nearDateText(lastOn, today)}まで見られます`;
};

/** Where a referral stands and what is next, in one sentence without the full stop. */
export const clockText = (referral: Clocked, today: CivilDate): string => {
  switch (referral.status) {
    case "sent":
      return sentText(referral, today);
    case "accepted":
      return acceptedText(referral, today);
    case "waitlisted":
      return waitlistedText(referral, today);
    case "in_progress":
      return "支援が続いています。終わったら、報告してください";
    case "completed":
      return completedText(referral, today);
    case "draft":
    case "not_helped":
    case "declined":
    case "withdrawn":
    case "expired":
    case "entered_in_error":
      return referral.endedAt === null ? "終了しました" : `${dayText(referral.endedAt, today)}に終了しました`;
  }
};
