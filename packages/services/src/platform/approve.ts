import { addDays, civilDateOf } from "@tsunagari/domain";
import { editorRoles } from "@tsunagari/domain/organization";
import { ApproveMembership } from "@tsunagari/domain/platform";
import { defineCommand, demandFound, fail } from "../kernel/index.ts";
import { notify } from "../notice/index.ts";
import { findPlatformRow, getSeenMembership, lockMembershipFacts, moveMembership } from "./store.ts";

/** How far ahead a membership may be agreed, so that a slip of the year is caught. */
const maxDaysAhead = 92;

/** Takes an organization in; the membership counts from `sinceOn`. */
export const approveMembership = defineCommand({
  action: "platform.approve",
  input: ApproveMembership,
  load: (step) => lockMembershipFacts(step, step.input.membershipId),
  run: async ({ tx, keys, municipalityId, input, now, today }) => {
    const scope = { tx, municipalityId };
    const row = await getSeenMembership(scope, input);
    const platform = demandFound(await findPlatformRow(scope, row.platformId));
    const begins = civilDateOf(platform.sinceOn);
    const sinceOn = input.sinceOn ?? (today > begins ? today : begins);
    const issue = { fields: [{ path: "sinceOn", code: "out_of_range" }] };
    if (sinceOn < begins) return fail("invalid_input", "platform.before_platform", issue);
    if (input.sinceOn !== null && sinceOn > addDays(today, maxDaysAhead)) {
      return fail("invalid_input", "platform.too_far_ahead", issue);
    }
    await moveMembership(tx, row, { event: "approve", with: { sinceOn, decidedAt: now } });
    const to = { organizationId: row.organizationId, roles: editorRoles };
    await notify({ tx, keys, municipalityId, now }, { kind: "platform.approved", subjectId: row.platformId, to });
    return { id: row.id, subjects: [{ kind: "platform", id: row.platformId }] };
  },
});
