import type { ActivityStatus, FreshnessState, WorkingStatus } from "@tsunagari/domain/activity";
import { activityMessages } from "@tsunagari/messages";
import type { StatusTone } from "@tsunagari/ui";

export const statusTones: Readonly<Record<ActivityStatus, StatusTone>> = {
  draft: "neutral",
  submitted: "info",
  returned: "warning",
  published: "success",
  ended: "quiet",
  discarded: "quiet",
};

export const workingTones: Readonly<Record<WorkingStatus, StatusTone>> = {
  draft: "neutral",
  submitted: "info",
  returned: "warning",
};

type State = {
  readonly status: ActivityStatus;
  readonly workingStatus: WorkingStatus | null;
  readonly freshness: FreshnessState | null;
};

/** Whether the organization should look at the content and say that it still holds (D-16). */
export const asksForConfirmation = ({ freshness }: Pick<State, "freshness">): boolean =>
  freshness !== null && freshness !== "fresh";

/** One sentence: what the state means, and what to do next. The most pressing thing is said. */
export const nextStepOf = ({ status, workingStatus, freshness }: State): string => {
  if (status !== "published") return activityMessages.nextSteps[status];
  if (workingStatus === "returned") return activityMessages.changeNextSteps.returned;
  if (freshness !== null && freshness !== "fresh") return activityMessages.confirmSteps[freshness];
  return workingStatus === null
    ? activityMessages.nextSteps.published
    : activityMessages.changeNextSteps[workingStatus];
};

type Places = {
  readonly acceptsReferrals: boolean;
  readonly referralPlacesFree: number | null;
};

/** How many people the activity can still take through referrals (D-30). */
export const placesText = ({ acceptsReferrals, referralPlacesFree }: Places): string => {
  if (!acceptsReferrals) return "受け入れていません";
  if (referralPlacesFree === null) return "受け入れています（人数の上限なし）";
  return referralPlacesFree === 0 ? "空きがありません" : `あと${referralPlacesFree}名受け入れられます`;
};
