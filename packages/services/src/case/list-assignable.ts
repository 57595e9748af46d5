import { ListAssignable } from "@tsunagari/domain/case";
import { defineQuery } from "../kernel/index.ts";
import { loadTeamUserIds } from "./assign.ts";
import { loadStaffNames } from "./staff-names.ts";
import { findCaseFacts } from "./store.ts";

/** Whom the case may be given to: staff with a role that works on cases, and who of them already does. */
export const listAssignable = defineQuery({
  action: "case.assign",
  input: ListAssignable,
  load: (step) => findCaseFacts(step, step.input.caseId),
  run: async (step) => {
    const assigned = new Set<string>(step.facts.assigneeIds);
    const names = await loadStaffNames(step, [...(await loadTeamUserIds(step))]);
    return [...names]
      .map(([userId, { name, departmentName }]) => ({ userId, name, departmentName, isAssigned: assigned.has(userId) }))
      .toSorted((a, b) => a.name.localeCompare(b.name, "ja"));
  },
});
