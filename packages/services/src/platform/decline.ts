import { editorRoles } from "@tsunagari/domain/organization";
import { DeclineMembership } from "@tsunagari/domain/platform";
import { defineCommand } from "../kernel/index.ts";
import { notify } from "../notice/index.ts";
import { getSeenMembership, lockMembershipFacts, moveMembership } from "./store.ts";

/** Turns an application down with a reason the organization reads; it may apply again. */
export const declineMembership = defineCommand({
  action: "platform.decline",
  input: DeclineMembership,
  load: (step) => lockMembershipFacts(step, step.input.membershipId),
  run: async ({ tx, keys, municipalityId, input, now }) => {
    const row = await getSeenMembership({ tx, municipalityId }, input);
    await moveMembership(tx, row, { event: "decline", with: { declineReason: input.reason, decidedAt: now } });
    const to = { organizationId: row.organizationId, roles: editorRoles };
    await notify({ tx, keys, municipalityId, now }, { kind: "platform.declined", subjectId: row.platformId, to });
    return { id: row.id, subjects: [{ kind: "platform", id: row.platformId }] };
  },
});
