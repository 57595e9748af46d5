import type { Actor, DepartmentId, MunicipalityId, RoleCode, Rule, UserId } from "../kernel/index.ts";
import { hasRole } from "../kernel/index.ts";

/** Who works on a case today; loaded with the case, and the ground of every rule about it. */
export type CaseAccess = {
  readonly municipalityId: MunicipalityId;
  /** Users whose assignment is in force today. */
  readonly assigneeIds: readonly UserId[];
  /** Their departments, each with the departments above it, so that a supervisor's scope can be compared. */
  readonly assigneeDepartmentIds: readonly DepartmentId[];
};

/** Roles that an assignment may rest on. The platform administrator, the auditor and the adviser never read a case. */
export const caseTeamRoles = [
  "caseCoordinator",
  "outreachWorker",
  "communityCoordinator",
  "consultationAgent",
  "sectionOfficer",
] as const satisfies readonly RoleCode[];
/** Roles with a list of cases at all; which cases stand in it, the fence decides. */
export const caseReaderRoles = [...caseTeamRoles, "supervisor"] as const satisfies readonly RoleCode[];
/** Roles that change a case; the others who are assigned read it. */
export const caseWorkerRoles = ["caseCoordinator", "outreachWorker"] as const satisfies readonly RoleCode[];

/** D-33: staff of the city with a duty on the case today, and with a role of the case team. */
export const isAssigned = (actor: Actor, access: CaseAccess): boolean =>
  actor.kind === "staff" &&
  actor.municipalityId === access.municipalityId &&
  access.assigneeIds.includes(actor.userId) &&
  hasRole(actor, ...caseTeamRoles);

/** D-33: a supervisor reads cases with a current assignee in the departments of his scope. */
export const isSupervisorOf = (actor: Actor, access: CaseAccess): boolean =>
  actor.kind === "staff" &&
  actor.municipalityId === access.municipalityId &&
  actor.roles.some(
    (role) =>
      role.code === "supervisor" &&
      ((role.scopeKind === "municipality" && access.assigneeDepartmentIds.length > 0) ||
        (role.scopeKind === "department" &&
          access.assigneeDepartmentIds.some((departmentId) => departmentId.valueOf() === role.scopeId?.valueOf()))),
  );

/** The case fence (D-33) as a predicate. */
export const canReadCase = (actor: Actor, access: CaseAccess): boolean =>
  isAssigned(actor, access) || isSupervisorOf(actor, access);

/** Rule: inside the case fence. */
export const readsCase: Rule<CaseAccess, "case.not_in_your_care"> = ({ actor, facts }) =>
  canReadCase(actor, facts) || "case.not_in_your_care";

/** Rule: assigned to the case and holding a role that changes cases. */
export const worksOnCase: Rule<CaseAccess, "case.not_in_your_care" | "case.role_missing"> = ({ actor, facts }) => {
  if (!isAssigned(actor, facts)) return "case.not_in_your_care";
  return hasRole(actor, ...caseWorkerRoles) || "case.role_missing";
};

/** Rule: supervisor of a department with a current assignee. */
export const supervisesCase: Rule<CaseAccess, "case.supervisor_only"> = ({ actor, facts }) =>
  isSupervisorOf(actor, facts) || "case.supervisor_only";
