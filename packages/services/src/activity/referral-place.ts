import { and, eq, gt, isNull, lt, or, sql, type Tx } from "@tsunagari/db";
import { activity } from "@tsunagari/db/schema";

type Place = { readonly municipalityId: string; readonly activityId: string };

const isIt = ({ municipalityId, activityId }: Place) =>
  and(eq(activity.municipalityId, municipalityId), eq(activity.id, activityId));

/**
 * Takes one place for a referral; false where none is free (D-30). One conditional update, never read-then-write. The
 * row's `version` stays: a place taken must not make the organization's open form stale.
 */
export const takeReferralPlace = async (tx: Tx, place: Place): Promise<boolean> => {
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
  return taken.length === 1;
};

/** Gives one place back; false where none was taken, which is a defect of the caller. */
export const releaseReferralPlace = async (tx: Tx, place: Place): Promise<boolean> => {
  const released = await tx
    .update(activity)
    .set({ referralPlacesTaken: sql`${activity.referralPlacesTaken} - 1` })
    .where(and(isIt(place), gt(activity.referralPlacesTaken, 0)))
    .returning({ id: activity.id });
  return released.length === 1;
};
