import type { ActivityStatus, FreshnessState } from "@tsunagari/domain/activity";
import type { StatusTone } from "@tsunagari/ui";

export const statusTones: Readonly<Record<ActivityStatus, StatusTone>> = {
  draft: "quiet",
  submitted: "warning",
  returned: "info",
  published: "success",
  ended: "quiet",
  discarded: "quiet",
};

export const freshnessTones: Readonly<Record<FreshnessState, StatusTone>> = {
  fresh: "success",
  due: "info",
  stale: "warning",
  unlisted: "danger",
};

type Places = {
  readonly acceptsReferrals: boolean;
  readonly referralPlacesFree: number | null;
};

/** How many people the activity can still take through referrals (D-30). */
export const placesText = ({ acceptsReferrals, referralPlacesFree }: Places): string => {
  if (!acceptsReferrals) return "受け入れない";
  if (referralPlacesFree === null) return "人数の上限なし";
  return referralPlacesFree === 0 ? "空きなし" : `空き${referralPlacesFree}名`;
};
