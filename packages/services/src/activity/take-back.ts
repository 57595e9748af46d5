import { TakeBackActivity } from "@tsunagari/domain/activity";
import { defineCommand, demandVersion } from "../kernel/index.ts";
import { getActivityRows, lockFacts } from "./store.ts";
import { demandWorking, moveVersion, statusAfter, writeActivity } from "./write.ts";

/** Takes a submitted version back, to go on writing. */
export const takeBackActivity = defineCommand({
  action: "activity.takeBack",
  input: TakeBackActivity,
  load: (step) => lockFacts(step, step.input.activityId),
  run: async ({ tx, municipalityId, input: { activityId, version } }) => {
    const rows = await getActivityRows({ tx, municipalityId }, activityId);
    demandVersion(rows.activity.version, version);
    await moveVersion(tx, demandWorking(rows), { event: "takeBack", with: { submittedAt: null } });
    await writeActivity(tx, rows.activity, { status: statusAfter(rows.activity, "takeBack") });
    return { id: activityId, subjects: [{ kind: "activity", id: activityId }] };
  },
});
