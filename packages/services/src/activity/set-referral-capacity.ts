import { SetReferralCapacity } from "@tsunagari/domain/activity";
import { defineCommand, demandVersion, fail } from "../kernel/index.ts";
import { getActivityRows, lockFacts } from "./store.ts";
import { writeActivity } from "./write.ts";

/** States whether referrals are welcome and for how many there is room; never fewer than were taken (D-30). */
export const setReferralCapacity = defineCommand({
  action: "activity.setReferralCapacity",
  input: SetReferralCapacity,
  load: (step) => lockFacts(step, step.input.activityId),
  run: async ({ tx, municipalityId, input }) => {
    const { activityId, acceptsReferrals, referralCapacity } = input;
    const rows = await getActivityRows({ tx, municipalityId }, activityId);
    demandVersion(rows.activity.version, input.version);
    if (referralCapacity !== null && referralCapacity < rows.activity.referralPlacesTaken) {
      return fail("invalid_state", "activity.capacity_below_taken", { taken: rows.activity.referralPlacesTaken });
    }
    await writeActivity(tx, rows.activity, { acceptsReferrals, referralCapacity });
    return { id: activityId, subjects: [{ kind: "activity", id: activityId }] };
  },
});
