import { activityVersion } from "@tsunagari/db/schema";
import { AmendActivity, changedFields } from "@tsunagari/domain/activity";
import { defineCommand, demandVersion, fail, newId } from "../kernel/index.ts";
import { demandOpenPlace } from "./place.ts";
import { contentColumns, contentOf, nextNumber } from "./rows.ts";
import { getActivityRows, lockFacts } from "./store.ts";
import { writeActivity, writeVersion } from "./write.ts";

/** Writes the working version; where an activity is public and has none, a change begins. The public one stays (D-15). */
export const amendActivity = defineCommand({
  action: "activity.amend",
  input: AmendActivity,
  load: (step) => lockFacts(step, step.input.activityId),
  run: async ({ tx, municipalityId, facts, input }) => {
    const rows = await getActivityRows({ tx, municipalityId }, input.activityId);
    demandVersion(rows.activity.version, input.version);
    const { organizationId } = facts;
    await demandOpenPlace(tx, municipalityId, { organizationId, placeId: input.content.placeId });
    if (rows.working) {
      await writeVersion(tx, rows.working, contentColumns(input.content));
    } else {
      if (rows.published && changedFields(contentOf(rows.published), input.content).length === 0) {
        return fail("invalid_state", "activity.nothing_changed");
      }
      await tx.insert(activityVersion).values({
        municipalityId,
        id: newId<"activityVersion">(),
        activityId: input.activityId,
        organizationId,
        number: await nextNumber(tx, municipalityId, input.activityId),
        status: "draft",
        ...contentColumns(input.content),
      });
    }
    await writeActivity(tx, rows.activity, {});
    return { id: input.activityId, subjects: [{ kind: "activity", id: input.activityId }] };
  },
});
