/*
 * Whose rights reach how far, for the three modules in which the city works with organizations. A role counts in the
 * city as a whole or in an area it is scoped to; roles of other scopes open nothing here, and scopes do not add up (D-21).
 */
import type { Actor, OrganizationId, RoleCode } from "../kernel/index.ts";
import type { AreaId } from "../municipality/index.ts";

/** Whether a staff member holds one of the roles over the whole city, or over one of these areas. */
export const holdsOver = (actor: Actor, codes: readonly RoleCode[], areaIds: readonly AreaId[]): boolean =>
  actor.kind === "staff" &&
  actor.roles.some(
    (role) =>
      codes.includes(role.code) &&
      (role.scopeKind === "municipality" ||
        (role.scopeKind === "area" && areaIds.some((areaId) => (areaId as string) === role.scopeId))),
  );

/** Whether the actor works for this organization in one of the roles. */
export const holdsIn = (actor: Actor, codes: readonly RoleCode[], organizationId: OrganizationId | null): boolean =>
  actor.kind === "partner" &&
  organizationId !== null &&
  actor.organizationId === organizationId &&
  actor.roles.some(
    (role) =>
      codes.includes(role.code) &&
      role.scopeKind === "organization" &&
      (role.scopeId as string | null) === organizationId,
  );

/** Staff roles that work with organizations and activities; the adviser sees aggregates only, the auditor the log. */
export const staffWhoSeeOrganizations: readonly RoleCode[] = [
  "caseCoordinator",
  "outreachWorker",
  "communityCoordinator",
  "consultationAgent",
  "sectionOfficer",
  "platformAdministrator",
  "supervisor",
];

/** Whether the actor is staff whose work needs the organizations, in whatever scope the role is held. */
export const worksWithOrganizations = (actor: Actor): boolean =>
  actor.kind === "staff" && actor.roles.some((role) => staffWhoSeeOrganizations.includes(role.code));

/** Roles that moderate what organizations post (地域福祉コーディネーター, プラットフォーム管理者). */
export const moderatorRoles: readonly RoleCode[] = ["communityCoordinator", "platformAdministrator"];
export const editorRoles: readonly RoleCode[] = ["owner", "editor"];
export const organizationRoles: readonly RoleCode[] = ["owner", "editor", "referralReceiver"];
