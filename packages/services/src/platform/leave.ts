import { moderatorRoles } from "@tsunagari/domain/organization";
import { LeavePlatform } from "@tsunagari/domain/platform";
import { defineCommand } from "../kernel/index.ts";
import { notify } from "../notice/index.ts";
import { getSeenMembership, lockMembershipFacts, moveMembership } from "./store.ts";

/** Ends a membership today, by the organization or by an operator; the past stays counted. */
export const leavePlatform = defineCommand({
  action: "platform.leave",
  input: LeavePlatform,
  load: (step) => lockMembershipFacts(step, step.input.membershipId),
  run: async ({ tx, keys, actor, municipalityId, input, now, today }) => {
    const row = await getSeenMembership({ tx, municipalityId }, input);
    const untilOn = row.sinceOn !== null && row.sinceOn > today ? row.sinceOn : today;
    await moveMembership(tx, row, { event: "leave", with: { untilOn } });
    if (actor.kind === "partner") {
      const to = { roles: moderatorRoles };
      await notify({ tx, keys, municipalityId, now }, { kind: "platform.left", subjectId: row.platformId, to });
    }
    return { id: row.id, subjects: [{ kind: "platform", id: row.platformId }] };
  },
});
