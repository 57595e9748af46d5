import { and, eq, gt, isNull, or, sql } from "@tsunagari/db";
import { caseAssignment, userAccount } from "@tsunagari/db/schema";
import { AssignCase, caseTeamRoles } from "@tsunagari/domain/case";
import { defineCommand, fail, newId, userIdOf } from "../kernel/index.ts";
import type { Scope } from "./access.ts";
import { addCaseEvent, loadCaseForUpdate } from "./store.ts";

/** Active users of the city who hold a role that works on cases. */
export const loadTeamUserIds = async ({ tx }: Scope): Promise<ReadonlySet<string>> => {
  const codes = sql.join(
    caseTeamRoles.map((code) => sql`${code}`),
    sql`, `,
  );
  const rows = await tx.execute<{ id: string }>(sql`select app.user_ids_with_roles(array[${codes}]::text[]) as id`);
  return new Set([...rows].map((row) => row.id));
};

const demandAssignable = async (scope: Scope, userId: string): Promise<void> => {
  if ((await loadTeamUserIds(scope)).has(userId)) return;
  const [known] = await scope.tx
    .select({ id: userAccount.id })
    .from(userAccount)
    .where(and(eq(userAccount.municipalityId, scope.municipalityId), eq(userAccount.id, userId)));
  fail("invalid_state", known ? "case.assignee_without_role" : "case.unknown_assignee");
};

/** Adds somebody to the team of a case, from today on. */
export const assignCase = defineCommand({
  action: "case.assign",
  input: AssignCase,
  load: (step) => loadCaseForUpdate(step, step.input.caseId),
  run: async (step) => {
    const { tx, municipalityId, input, now, today } = step;
    const { caseId, userId } = input;
    await demandAssignable(step, userId);
    const [standing] = await tx
      .select({ id: caseAssignment.id })
      .from(caseAssignment)
      .where(
        and(
          eq(caseAssignment.municipalityId, municipalityId),
          eq(caseAssignment.caseId, caseId),
          eq(caseAssignment.userId, userId),
          or(isNull(caseAssignment.untilOn), gt(caseAssignment.untilOn, today)),
        ),
      );
    if (standing) fail("invalid_state", "case.already_assigned");
    const id = newId<"caseAssignment">();
    await tx.insert(caseAssignment).values({ municipalityId, id, caseId, userId, role: input.duty, sinceOn: today });
    await addCaseEvent(step, { caseId, kind: "assigned", userId: userIdOf(step.actor), at: now });
    return {
      id,
      subjects: [
        { kind: "case", id: caseId, caseId },
        { kind: "user", id: userId, caseId },
      ],
    };
  },
});
