import { and, eq, gt, isNull, lt, or, sql } from "@tsunagari/db";
import { activity } from "@tsunagari/db/schema";
import { placeChange, type ReferralStatus } from "@tsunagari/domain/referral";
import { demandOne, fail } from "../kernel/index.ts";
import type { ReferralScope } from "./rows.ts";

type Place = { readonly municipalityId: string; readonly activityId: string };

const isIt = ({ municipalityId, activityId }: Place) =>
  and(eq(activity.municipalityId, municipalityId), eq(activity.id, activityId));

/** The row's `version` stays: a place taken must not make the organization's open form stale. */
const takePlace = async ({ tx }: ReferralScope, place: Place): Promise<void> => {
  const taken = await tx
    .update(activity)
    .set({ referralPlacesTaken: sql`${activity.referralPlacesTaken} + 1` })
    .where(
      and(
        isIt(place),
        or(isNull(activity.referralCapacity), lt(activity.referralPlacesTaken, activity.referralCapacity)),
      ),
    )
    .returning({ id: activity.id });
  if (taken.length === 0) fail("limit", "referral.no_place_left");
};

const releasePlace = async ({ tx }: ReferralScope, place: Place): Promise<void> => {
  demandOne(
    await tx
      .update(activity)
      .set({ referralPlacesTaken: sql`${activity.referralPlacesTaken} - 1` })
      .where(and(isIt(place), gt(activity.referralPlacesTaken, 0)))
      .returning({ id: activity.id }),
  );
};

/**
 * Takes or gives back what the move from one state to another means for the activity's places (D-30): by a conditional
 * update, never read-then-write. At commit the database compares the counter with the referrals that hold a place.
 */
export const settlePlace = async (
  scope: ReferralScope,
  moved: { readonly activityId: string; readonly from: ReferralStatus; readonly to: ReferralStatus },
): Promise<void> => {
  const place = { municipalityId: scope.municipalityId, activityId: moved.activityId };
  const change = placeChange(moved.from, moved.to);
  if (change === "take") await takePlace(scope, place);
  if (change === "release") await releasePlace(scope, place);
};
