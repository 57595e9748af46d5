import { changedFields, hasDatesLeft, needsApproval, SubmitActivity } from "@tsunagari/domain/activity";
import { moderatorRoles } from "@tsunagari/domain/organization";
import { defineCommand, demandVersion, fail } from "../kernel/index.ts";
import { notify } from "../notice/index.ts";
import { refreshPublished } from "./published.ts";
import { contentOf } from "./rows.ts";
import { getActivityRows, lockFacts } from "./store.ts";
import { demandWorking, makePublic, moveVersion, statusAfter, writeActivity } from "./write.ts";

/**
 * Hands the working version in. The first one, and a change to when, where, whom or contact, waits for the city; any
 * other change is public at once (D-15).
 */
export const submitActivity = defineCommand({
  action: "activity.submit",
  input: SubmitActivity,
  load: (step) => lockFacts(step, step.input.activityId),
  run: async ({ tx, keys, municipalityId, input, now, today }) => {
    const { activityId } = input;
    const rows = await getActivityRows({ tx, municipalityId }, activityId);
    demandVersion(rows.activity.version, input.version);
    const working = demandWorking(rows);
    const content = contentOf(working);
    const approved = rows.published ? contentOf(rows.published) : null;
    if (approved && changedFields(approved, content).length === 0) {
      return fail("invalid_state", "activity.nothing_changed");
    }
    if (!hasDatesLeft(content.schedule, today)) return fail("invalid_state", "activity.no_dates_left");
    const subjects = [{ kind: "activity", id: activityId }];
    if (!needsApproval(approved, content)) {
      await makePublic(tx, rows, { event: "publish", at: now, by: null, verifiedOn: today, status: "published" });
      await refreshPublished(tx, { municipalityId, activityId, now });
      return { id: activityId, subjects };
    }
    await moveVersion(tx, working, { event: "submit", with: { submittedAt: now, returnReason: null } });
    await writeActivity(tx, rows.activity, { status: statusAfter(rows.activity, "submit") });
    await notify(
      { tx, keys, municipalityId, now },
      { kind: "activity.submitted", subjectId: activityId, to: { roles: moderatorRoles } },
    );
    return { id: activityId, subjects };
  },
});
