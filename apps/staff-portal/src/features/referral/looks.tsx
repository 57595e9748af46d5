import type { CivilDate } from "@tsunagari/domain/kernel";
import type { EndReason, OutcomeCode, ReferralStatus } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { dateText, dueText, instantText, shortDateText } from "@tsunagari/portal";
import { StatusBadge, type StatusTone } from "@tsunagari/ui";

const statusTones: Readonly<Record<ReferralStatus, StatusTone>> = {
  draft: "quiet",
  sent: "warning",
  accepted: "info",
  waitlisted: "warning",
  in_progress: "success",
  completed: "neutral",
  not_helped: "danger",
  declined: "danger",
  withdrawn: "quiet",
  expired: "danger",
  entered_in_error: "quiet",
};

export const ReferralStatusBadge = ({ status }: { readonly status: ReferralStatus }) => (
  <StatusBadge tone={statusTones[status]}>{referralMessages.statuses[status]}</StatusBadge>
);

/** Until when an answer is asked for, while it is written; without a wish it is the longest term the city allows (D-39). */
export const wishedDueText = (dueOn: string | null, latestDueOn: string | undefined): string | null => {
  if (dueOn !== null) return dateText(dueOn);
  return latestDueOn === undefined ? null : `送った日から、市の決めた日数まで（今日送ると${dateText(latestDueOn)}）`;
};

/** What is waited for on a day, and how far that day is. */
export const ClockText = ({
  status,
  on,
  today,
}: {
  readonly status: ReferralStatus;
  readonly on: CivilDate;
  readonly today: CivilDate;
}) => {
  const due = dueText(on, today);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3 gap-y-1">
      <span>
        {status === "waitlisted" ? "見直し" : "返事の期限"} {shortDateText(on)}
      </span>
      <StatusBadge tone={due.tone}>{due.text}</StatusBadge>
    </span>
  );
};

type Moving = {
  readonly status: ReferralStatus;
  readonly nextClockOn: CivilDate | null;
  readonly sentAt: string | null;
  readonly endedAt: string | null;
  readonly reasonCode: EndReason | null;
  readonly outcomeCode: OutcomeCode | null;
};

/** Outcome or reason of what has ended, in one phrase. */
const endText = ({ reasonCode, outcomeCode }: Moving): string | null => {
  if (outcomeCode !== null) return referralMessages.outcomes[outcomeCode];
  return reasonCode === null ? null : referralMessages.endReasons[reasonCode];
};

/** For lists: the next date, or what became of it and when. */
export const Became = ({ referral, today }: { readonly referral: Moving; readonly today: CivilDate }) => {
  const { status, nextClockOn, sentAt, endedAt } = referral;
  if (nextClockOn !== null) return <ClockText status={status} on={nextClockOn} today={today} />;
  if (endedAt === null) return sentAt === null ? "まだ送っていません" : `${instantText(sentAt)}に依頼`;
  const end = endText(referral);
  return (
    <>
      {end}
      <span className="block text-solid-gray-700">{instantText(endedAt)}</span>
    </>
  );
};
