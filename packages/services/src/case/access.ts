import { and, eq, gt, isNull, lte, or, refersTo, type Tx } from "@tsunagari/db";
import { caseAssignment, department, userAccount } from "@tsunagari/db/schema";
import { asId, type CivilDate, type DepartmentId } from "@tsunagari/domain";
import type { CaseAccess } from "@tsunagari/domain/case";

/** What reading rows of a module needs. */
export type Scope = { readonly tx: Tx; readonly municipalityId: string };

/** A department and all above it, so that a supervisor's scope with children can be compared. */
const withAncestors = (parents: ReadonlyMap<string, string | null>, departmentId: string): readonly DepartmentId[] => {
  const line: DepartmentId[] = [];
  let at: string | null | undefined = departmentId;
  while (at !== null && at !== undefined && !line.includes(asId<"department">(at))) {
    line.push(asId<"department">(at));
    at = parents.get(at);
  }
  return line;
};

/** Who works on the case on a day (D-33); empty where the fence hides the case. */
export const loadCaseAccess = async (
  { tx, municipalityId }: Scope,
  caseId: string,
  on: CivilDate,
): Promise<CaseAccess> => {
  const assigned = await tx
    .select({ userId: caseAssignment.userId, departmentId: userAccount.departmentId })
    .from(caseAssignment)
    .innerJoin(userAccount, refersTo(caseAssignment, "userId", userAccount))
    .where(
      and(
        eq(caseAssignment.municipalityId, municipalityId),
        eq(caseAssignment.caseId, caseId),
        lte(caseAssignment.sinceOn, on),
        or(isNull(caseAssignment.untilOn), gt(caseAssignment.untilOn, on)),
      ),
    );
  const departments = await tx
    .select({ id: department.id, parentId: department.parentId })
    .from(department)
    .where(eq(department.municipalityId, municipalityId));
  const parents = new Map(departments.map((row) => [row.id, row.parentId]));
  return {
    municipalityId: asId<"municipality">(municipalityId),
    assigneeIds: assigned.map((row) => asId<"user">(row.userId)),
    assigneeDepartmentIds: [
      ...new Set(
        assigned.flatMap((row) => (row.departmentId === null ? [] : withAncestors(parents, row.departmentId))),
      ),
    ],
  };
};
