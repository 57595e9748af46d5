import type { RoleCode, ScopeKind } from "../kernel/actor.ts";
import { isInForce, type CivilDate, type Dated } from "../kernel/time.ts";
import { rolesOfPortal, scopesOfRole, type RoleAssignment, type ScopeId, type User } from "./identity.ts";

export const assignmentReasons = [
  "identity.role_of_other_portal",
  "identity.scope_not_for_role",
  "identity.role_already_held",
  "identity.role_already_ended",
] as const;
export type AssignmentReason = (typeof assignmentReasons)[number];

export type AssignmentWish = Dated & {
  readonly code: RoleCode;
  readonly scopeKind: ScopeKind;
  readonly scopeId: ScopeId | null;
};

const isScopeOfUser = (user: User, wish: AssignmentWish): boolean => {
  if (!scopesOfRole[wish.code].includes(wish.scopeKind)) return false;
  if (wish.scopeKind === "municipality") return wish.scopeId === null;
  if (wish.scopeId === null) return false;
  // A partner acts for one organization; a role over another one would let rights add up (D-21).
  return wish.scopeKind !== "organization" || String(wish.scopeId) === user.organizationId;
};

const overlaps = (first: Dated, second: Dated): boolean =>
  (first.untilOn === null || second.sinceOn < first.untilOn) &&
  (second.untilOn === null || first.sinceOn < second.untilOn);

/** Whether the role may be given to the user beside those already held. */
export const canBeAssigned = (
  user: User,
  held: readonly RoleAssignment[],
  wish: AssignmentWish,
): true | AssignmentReason => {
  if (!rolesOfPortal[user.portal].includes(wish.code)) return "identity.role_of_other_portal";
  if (!isScopeOfUser(user, wish)) return "identity.scope_not_for_role";
  const isHeld = held.some(
    (row) =>
      row.code === wish.code && row.scopeKind === wish.scopeKind && row.scopeId === wish.scopeId && overlaps(row, wish),
  );
  return isHeld ? "identity.role_already_held" : true;
};

/** Whether the role may be ended: it must not have ended already. */
export const canBeEnded = (assignment: Dated, today: CivilDate): true | AssignmentReason =>
  assignment.untilOn === null || today < assignment.untilOn || "identity.role_already_ended";

/** The roles in force on a day; rights are read from these alone. */
export const rolesOn = <Row extends Dated>(assignments: readonly Row[], on: CivilDate): readonly Row[] =>
  assignments.filter((row) => isInForce(row, on));
