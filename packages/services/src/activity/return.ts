import { ReturnActivity } from "@tsunagari/domain/activity";
import { editorRoles } from "@tsunagari/domain/organization";
import { asStaff, defineCommand, demandVersion } from "../kernel/index.ts";
import { notify } from "../notice/index.ts";
import { getActivityRows, lockFacts } from "./store.ts";
import { demandWorking, moveVersion, statusAfter, writeActivity } from "./write.ts";

/** Gives the submitted version back with what should be mended. */
export const returnActivity = defineCommand({
  action: "activity.return",
  input: ReturnActivity,
  load: (step) => lockFacts(step, step.input.activityId),
  run: async ({ tx, keys, actor, municipalityId, facts, input: { activityId, version, reason }, now }) => {
    const rows = await getActivityRows({ tx, municipalityId }, activityId);
    demandVersion(rows.activity.version, version);
    await moveVersion(tx, demandWorking(rows), {
      event: "return",
      with: { returnReason: reason, decidedAt: now, decidedBy: asStaff(actor).userId },
    });
    await writeActivity(tx, rows.activity, { status: statusAfter(rows.activity, "return") });
    const to = { organizationId: facts.organizationId, roles: editorRoles };
    await notify({ tx, keys, municipalityId, now }, { kind: "activity.returned", subjectId: activityId, to });
    return { id: activityId, subjects: [{ kind: "activity", id: activityId }] };
  },
});
