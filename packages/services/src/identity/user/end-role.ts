import { and, eq } from "@tsunagari/db";
import { roleAssignment } from "@tsunagari/db/schema";
import { canBeEnded, EndRole } from "@tsunagari/domain/identity";
import { defineCommand, demandFound, demandOne, demandVersion, fail } from "../../kernel/index.ts";
import { demandOtherOwner } from "../member/member-store.ts";
import { loadAssignments, loadUserForUpdate } from "../store.ts";

/** Ends a role today, so that it gives no right any more from the next request on. */
export const endRole = defineCommand({
  action: "identity.endRole",
  input: EndRole,
  load: ({ tx, municipalityId, input }) => loadUserForUpdate(tx, municipalityId, input.userId),
  run: async ({ tx, actor, municipalityId, input, today }) => {
    const rows = await loadAssignments(tx, municipalityId, [input.userId]);
    const assignment = demandFound(rows.find((row) => row.id === input.assignmentId));
    demandVersion(assignment.version, input.version);
    if (actor.kind === "partner") {
      // A commissioner's area or an invited member's seat is the city's to end.
      if (assignment.scopeKind !== "organization") return fail("forbidden", "identity.administrator_only");
      if (assignment.code === "owner") await demandOtherOwner(tx, input.userId);
    }
    const verdict = canBeEnded(assignment, today);
    if (verdict !== true) return fail("invalid_state", verdict);
    // A role that had not begun yet is left with no day at all.
    const untilOn = assignment.sinceOn > today ? assignment.sinceOn : today;
    demandOne(
      await tx
        .update(roleAssignment)
        .set({ untilOn, version: input.version + 1 })
        .where(
          and(
            eq(roleAssignment.municipalityId, municipalityId),
            eq(roleAssignment.id, input.assignmentId),
            eq(roleAssignment.version, input.version),
          ),
        )
        .returning({ id: roleAssignment.id }),
    );
    return {
      id: input.assignmentId,
      subjects: [
        { kind: "user", id: input.userId },
        { kind: "roleAssignment", id: input.assignmentId },
      ],
    };
  },
});
