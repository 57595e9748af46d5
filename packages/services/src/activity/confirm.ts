import { ConfirmActivity } from "@tsunagari/domain/activity";
import { defineCommand, demandVersion } from "../kernel/index.ts";
import { refreshPublished } from "./published.ts";
import { getActivityRows, lockFacts } from "./store.ts";
import { writeActivity } from "./write.ts";

/** 「変更なしを確認」: what is public is still right, so its freshness begins anew (D-16). */
export const confirmActivity = defineCommand({
  action: "activity.confirm",
  input: ConfirmActivity,
  load: (step) => lockFacts(step, step.input.activityId),
  run: async ({ tx, municipalityId, input: { activityId, version }, now, today }) => {
    const rows = await getActivityRows({ tx, municipalityId }, activityId);
    demandVersion(rows.activity.version, version);
    await writeActivity(tx, rows.activity, { verifiedOn: today });
    await refreshPublished(tx, { municipalityId, activityId, now });
    return { id: activityId, subjects: [{ kind: "activity", id: activityId }] };
  },
});
