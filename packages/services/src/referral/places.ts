import { placeChange, type ReferralStatus } from "@tsunagari/domain/referral";
import { releaseReferralPlace, takeReferralPlace } from "../activity/index.ts";
import { fail } from "../kernel/index.ts";
import type { ReferralScope } from "./rows.ts";

/**
 * Takes or gives back what the move from one state to another means for the activity's places (D-30): by a conditional
 * update, never read-then-write. At commit the database compares the counter with the referrals that hold a place.
 */
export const settlePlace = async (
  { tx, municipalityId }: ReferralScope,
  moved: { readonly activityId: string; readonly from: ReferralStatus; readonly to: ReferralStatus },
): Promise<void> => {
  const place = { municipalityId, activityId: moved.activityId };
  const change = placeChange(moved.from, moved.to);
  if (change === "take" && !(await takeReferralPlace(tx, place))) fail("limit", "referral.no_place_left");
  if (change === "release" && !(await releaseReferralPlace(tx, place))) fail("internal", "kernel.internal");
};
