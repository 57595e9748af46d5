import { GetCase, type CaseFacts } from "@tsunagari/domain/case";
import { defineQuery, demandFound, type RunStep, type Subject } from "../kernel/index.ts";
import {
  loadDepartmentName,
  presentAssignments,
  loadReceivers,
  presentCaseHead,
  presentHistory,
  presentHousehold,
  presentSummary,
} from "./present.ts";
import { findCase, findCaseFacts } from "./store.ts";
import { loadCaseTasks } from "./tasks.ts";

const abilitiesOf = (may: RunStep<unknown, unknown>["may"], facts: CaseFacts) => ({
  updateIntake: may("case.updateIntake", facts),
  updatePerson: may("case.updatePerson", facts),
  addMember: may("case.addMember", facts),
  removeMember: may("case.removeMember", facts),
  assign: may("case.assign", facts),
  unassign: may("case.unassign", facts),
  protect: may("case.protect", facts),
  unprotect: may("case.unprotect", facts),
  beginAssessment: may("case.beginAssessment", facts),
  beginPlanning: may("case.beginPlanning", facts),
  close: may("case.close", facts),
});

/** Who has and had a duty, and whether it can be ended now: the last one stays. */
const presentTeam = async (step: RunStep<unknown, CaseFacts>, caseId: string) => {
  const { facts, today, may } = step;
  const rows = await presentAssignments(step, caseId, today);
  const isLast = rows.filter((row) => row.isInForce).length === 1;
  const mayEnd = may("case.unassign", facts);
  return rows.map((row) => ({
    ...row,
    abilities: {
      unassign: row.isInForce
        ? isLast && mayEnd === true
          ? ("case.last_assignee" as const)
          : mayEnd
        : ("case.assignment_ended" as const),
    },
  }));
};

/** A case whole: intake, household, team, history, and what the viewer may do. */
export const getCase = defineQuery({
  action: "case.read",
  input: GetCase,
  load: (step) => findCaseFacts(step, step.input.caseId),
  run: async (step) => {
    const { input, facts, today, may } = step;
    const row = demandFound(await findCase(step, input.caseId));
    return {
      ...presentCaseHead(row),
      sourceDepartmentId: row.sourceDepartmentId,
      sourceDepartmentName: await loadDepartmentName(step, row.sourceDepartmentId),
      summary: presentSummary(step, row),
      ...(await presentHousehold(step, row.id)),
      assignments: await presentTeam(step, row.id),
      history: await presentHistory(step, row),
      tasks: (await loadCaseTasks(step, [row], today)).get(row.id) ?? [],
      receivers: await loadReceivers(step, row.id),
      abilities: abilitiesOf(may, facts),
    };
  },
  reads: ({ value }): readonly Subject[] => [
    { kind: "case", id: value.id, caseId: value.id },
    ...[...value.members, ...value.formerMembers].map(({ id }) => ({
      kind: "person",
      id,
      caseId: value.id,
      personId: id,
    })),
  ],
});
