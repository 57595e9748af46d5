import { and, eq } from "@tsunagari/db";
import { caseAssignment } from "@tsunagari/db/schema";
import { asId } from "@tsunagari/domain";
import { UnassignCase } from "@tsunagari/domain/case";
import { defineCommand, demandFound, demandOne, fail, userIdOf } from "../kernel/index.ts";
import type { Scope } from "./access.ts";
import { addCaseEvent, loadCaseForUpdate } from "./store.ts";

const findAssignment = async ({ tx, municipalityId }: Scope, assignmentId: string) => {
  const [row] = await tx
    .select()
    .from(caseAssignment)
    .where(and(eq(caseAssignment.municipalityId, municipalityId), eq(caseAssignment.id, assignmentId)));
  return row ?? null;
};

/** Ends an assignment today: from now on the fence no longer opens to that person. */
export const unassignCase = defineCommand({
  action: "case.unassign",
  input: UnassignCase,
  load: async (step) => {
    const row = await findAssignment(step, step.input.assignmentId);
    return row && loadCaseForUpdate(step, asId<"case">(row.caseId));
  },
  run: async (step) => {
    const { tx, municipalityId, facts, now, today } = step;
    const row = demandFound(await findAssignment(step, step.input.assignmentId));
    if (row.untilOn !== null && row.untilOn <= today) fail("invalid_state", "case.assignment_ended");
    if (facts.assigneeIds.every((userId) => userId.valueOf() === row.userId))
      fail("invalid_state", "case.last_assignee");
    const { id, caseId, userId } = row;
    // The history first: who leaves the case writes nothing into it afterwards.
    await addCaseEvent(step, { caseId, kind: "unassigned", userId: userIdOf(step.actor), at: now });
    demandOne(
      await tx
        .update(caseAssignment)
        .set({ untilOn: today, version: row.version + 1 })
        .where(and(eq(caseAssignment.municipalityId, municipalityId), eq(caseAssignment.id, id)))
        .returning({ id: caseAssignment.id }),
    );
    return {
      id,
      subjects: [
        { kind: "case", id: caseId, caseId },
        { kind: "user", id: userId, caseId },
      ],
    };
  },
});
