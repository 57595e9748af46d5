import { civilDateAt } from "@tsunagari/domain";
import { ApproveActivity, hasDatesLeft } from "@tsunagari/domain/activity";
import { editorRoles } from "@tsunagari/domain/organization";
import { asStaff, defineCommand, demandVersion, fail } from "../kernel/index.ts";
import { notify } from "../notice/index.ts";
import { refreshPublished } from "./published.ts";
import { contentOf, dateOrNull } from "./rows.ts";
import { getActivityRows, lockFacts } from "./store.ts";
import { demandWorking, makePublic, statusAfter } from "./write.ts";

/** Makes the submitted version public (D-15). */
export const approveActivity = defineCommand({
  action: "activity.approve",
  input: ApproveActivity,
  load: (step) => lockFacts(step, step.input.activityId),
  run: async ({ tx, keys, actor, municipalityId, facts, input: { activityId, version }, now, today }) => {
    const rows = await getActivityRows({ tx, municipalityId }, activityId);
    demandVersion(rows.activity.version, version);
    const working = demandWorking(rows);
    if (!hasDatesLeft(contentOf(working).schedule, today)) return fail("invalid_state", "activity.no_dates_left");
    // Handing in was the organization's word that all is right (D-16); the city's reading does not renew it.
    const handedInOn = working.submittedAt ? civilDateAt(working.submittedAt) : today;
    const earlier = dateOrNull(rows.activity.verifiedOn);
    await makePublic(tx, rows, {
      event: "approve",
      at: now,
      by: asStaff(actor).userId,
      verifiedOn: earlier !== null && earlier > handedInOn ? earlier : handedInOn,
      status: statusAfter(rows.activity, "approve"),
    });
    await refreshPublished(tx, { municipalityId, activityId, now });
    const to = { organizationId: facts.organizationId, roles: editorRoles };
    await notify({ tx, keys, municipalityId, now }, { kind: "activity.approved", subjectId: activityId, to });
    return { id: activityId, subjects: [{ kind: "activity", id: activityId }] };
  },
});
