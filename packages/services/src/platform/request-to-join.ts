import { platformMembership } from "@tsunagari/db/schema";
import { moderatorRoles } from "@tsunagari/domain/organization";
import { RequestToJoinPlatform } from "@tsunagari/domain/platform";
import { defineCommand, newId } from "../kernel/index.ts";
import { notify } from "../notice/index.ts";
import { findFacts } from "./store.ts";

/** Asks for membership of an area platform. Two applications at once meet in a unique index: one becomes `conflict`. */
export const requestToJoinPlatform = defineCommand({
  action: "platform.requestToJoin",
  input: RequestToJoinPlatform,
  load: (step) => findFacts(step, step.input.platformId, step.input.organizationId),
  run: async ({ tx, keys, municipalityId, input, now }) => {
    const id = newId<"platformMembership">();
    const { platformId, organizationId, message } = input;
    await tx.insert(platformMembership).values({
      municipalityId,
      id,
      platformId,
      organizationId,
      message,
      status: "applied",
      appliedAt: now,
    });
    await notify(
      { tx, keys, municipalityId, now },
      { kind: "platform.applied", subjectId: platformId, to: { roles: moderatorRoles } },
    );
    return { id, subjects: [{ kind: "platform", id: platformId }] };
  },
});
