import { civilDateOf } from "@tsunagari/domain";
import { editorRoles } from "@tsunagari/domain/organization";
import { ApproveMembership } from "@tsunagari/domain/platform";
import { defineCommand, demandFound } from "../kernel/index.ts";
import { notify } from "../notice/index.ts";
import { demandBeginning } from "./beginning.ts";
import { findPlatformRow, getSeenMembership, lockMembershipFacts, moveMembership } from "./store.ts";

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
    demandBeginning(sinceOn, { begins, today });
    await moveMembership(tx, row, { event: "approve", with: { sinceOn, decidedAt: now } });
    const to = { organizationId: row.organizationId, roles: editorRoles };
    await notify({ tx, keys, municipalityId, now }, { kind: "platform.approved", subjectId: row.platformId, to });
    return { id: row.id, subjects: [{ kind: "platform", id: row.platformId }] };
  },
});
