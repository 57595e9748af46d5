import type { CivilDate } from "@tsunagari/domain/kernel";
import { activityMessages, referralMessages } from "@tsunagari/messages";
import { dueText, shortDateText, type DueText } from "@tsunagari/portal";
import type { ActivityItem, PlatformItem, ReferralItem } from "./queries.ts";

/** One thing that waits: what it is, what to do, and where. */
export type Waiting = {
  readonly kind: "referral" | "activity" | "platform";
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly due: DueText | null;
};

const titleOf = ({ activityTitle, purpose }: ReferralItem): string =>
  purpose === null ? activityTitle : `${activityTitle}：${referralMessages.purposes[purpose]}`;

const referralText = (item: ReferralItem, today: CivilDate): string | null => {
  if (item.status === "sent") {
    return item.dueOn === null
      ? "つなぎの依頼に、返事をお願いします。"
      : `つなぎの依頼に、${shortDateText(item.dueOn)}までに返事をお願いします。`;
  }
  if (item.status === "accepted" && item.firstStepOn !== null && item.firstStepOn <= today) {
    return "最初の一歩の日になりました。連絡がついたら、記録してください。";
  }
  if (item.status === "waitlisted" && item.expectedOn !== null && item.expectedOn <= today) {
    return "受け入れられる見込みの日になりました。空きがあるか、確かめてください。";
  }
  return item.status === "withdrawn" && item.copiesDestroyedAt === null
    ? "終了した依頼です。写しがあれば破棄して、お知らせください。"
    : null;
};

/** Referrals on which the organization has to do something today. */
export const waitingReferrals = (items: readonly ReferralItem[], today: CivilDate): readonly Waiting[] =>
  items.flatMap((item) => {
    const text = referralText(item, today);
    if (text === null) return [];
    const due = item.status === "sent" && item.dueOn !== null ? dueText(item.dueOn, today) : null;
    return [{ kind: "referral", id: item.id, title: titleOf(item), text, due }];
  });

const activityText = (item: ActivityItem, mayEdit: boolean): string | null => {
  if (mayEdit && item.workingStatus === "returned") {
    return "市から、直しのお願いがあります。直して、もう一度出してください。";
  }
  const asksConfirmation = item.freshness !== null && item.freshness !== "fresh";
  return asksConfirmation && item.abilities.confirm === true
    ? `${activityMessages.freshness[item.freshness]}。いまも正しいか、確かめてください。`
    : null;
};

/** Activities that came back from the city, or whose content should be confirmed. */
export const waitingActivities = (items: readonly ActivityItem[], mayEdit: boolean): readonly Waiting[] =>
  items.flatMap((item) => {
    const text = activityText(item, mayEdit);
    return text === null ? [] : [{ kind: "activity", id: item.id, title: item.title, text, due: null }];
  });

/** What was handed in and lies with the city: nothing to do, good to know. */
export const withTheCity = (
  activities: readonly ActivityItem[],
  platforms: readonly PlatformItem[],
): readonly Waiting[] => [
  ...activities
    .filter((item) => item.workingStatus === "submitted")
    .map((item) => ({
      kind: "activity" as const,
      id: item.id,
      title: item.title,
      text: "市が内容を確かめています。",
      due: null,
    })),
  ...platforms
    .filter((item) => item.membership?.status === "applied")
    .map((item) => ({
      kind: "platform" as const,
      id: item.id,
      title: item.name,
      text: "参加の申込みを、市が確かめています。",
      due: null,
    })),
];
