import { CancelApplication } from "@tsunagari/domain/platform";
import { defineCommand } from "../kernel/index.ts";
import { getSeenMembership, lockMembershipFacts, moveMembership } from "./store.ts";

/** Takes an application back before it is answered. */
export const cancelApplication = defineCommand({
  action: "platform.cancelApplication",
  input: CancelApplication,
  load: (step) => lockMembershipFacts(step, step.input.membershipId),
  run: async ({ tx, municipalityId, input }) => {
    const row = await getSeenMembership({ tx, municipalityId }, input);
    await moveMembership(tx, row, { event: "cancel" });
    return { id: row.id, subjects: [{ kind: "platform", id: row.platformId }] };
  },
});
