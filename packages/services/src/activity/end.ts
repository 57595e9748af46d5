import { transition } from "@tsunagari/domain";
import { activityMachine, EndActivity } from "@tsunagari/domain/activity";
import { defineCommand, demandVersion } from "../kernel/index.ts";
import { refreshPublished } from "./published.ts";
import { getActivityRows, lockFacts } from "./store.ts";
import { moveVersion, writeActivity } from "./write.ts";

/** Ends a published activity: it leaves the public pages at once, and a change in work is dropped. */
export const endActivity = defineCommand({
  action: "activity.end",
  input: EndActivity,
  load: (step) => lockFacts(step, step.input.activityId),
  run: async ({ tx, municipalityId, facts, input: { activityId, version }, now, today }) => {
    const rows = await getActivityRows({ tx, municipalityId }, activityId);
    demandVersion(rows.activity.version, version);
    if (rows.working) await moveVersion(tx, rows.working, { event: "drop" });
    const status = transition<typeof facts.status, typeof activityMachine>("activity", activityMachine, {
      event: "end",
      state: facts.status,
    });
    await writeActivity(tx, rows.activity, { status, endedOn: today });
    await refreshPublished(tx, { municipalityId, activityId, now });
    return { id: activityId, subjects: [{ kind: "activity", id: activityId }] };
  },
});
