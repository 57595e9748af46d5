import { DiscardActivity } from "@tsunagari/domain/activity";
import { defineCommand, demandVersion } from "../kernel/index.ts";
import { getActivityRows, lockFacts } from "./store.ts";
import { demandWorking, moveVersion, statusAfter, writeActivity } from "./write.ts";

/** Drops the working version; an activity that was never public ends with it, a public one stays as it is. */
export const discardActivity = defineCommand({
  action: "activity.discard",
  input: DiscardActivity,
  load: (step) => lockFacts(step, step.input.activityId),
  run: async ({ tx, municipalityId, input: { activityId, version } }) => {
    const rows = await getActivityRows({ tx, municipalityId }, activityId);
    demandVersion(rows.activity.version, version);
    await moveVersion(tx, demandWorking(rows), { event: "discard" });
    await writeActivity(tx, rows.activity, { status: statusAfter(rows.activity, "discard") });
    return { id: activityId, subjects: [{ kind: "activity", id: activityId }] };
  },
});
