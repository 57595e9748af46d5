import { partnerRoleCodes, staffRoleCodes, type RoleCode, type ScopeKind } from "../kernel/actor.ts";
import {
  idOf,
  type DepartmentId,
  type Id,
  type MunicipalityId,
  type OrganizationId,
  type UserId,
} from "../kernel/ids.ts";
import type { Dated } from "../kernel/time.ts";

/** A user works in one portal; who works in both has two accounts, so that rights do not add up (D-21). */
export const portals = ["staff", "partner"] as const;
export type Portal = (typeof portals)[number];

export const userStatuses = ["active", "deactivated"] as const;
export type UserStatus = (typeof userStatuses)[number];

export type User = {
  readonly id: UserId;
  readonly municipalityId: MunicipalityId;
  readonly portal: Portal;
  readonly status: UserStatus;
  readonly departmentId: DepartmentId | null;
  readonly organizationId: OrganizationId | null;
  readonly version: number;
};

export type RoleAssignmentId = Id<"roleAssignment">;
export const RoleAssignmentId = idOf("roleAssignment");

export type ScopeId = Id<"scope">;
export const ScopeId = idOf("scope");

/** A role of a user with its scope and its days (D-29). */
export type RoleAssignment = Dated & {
  readonly id: RoleAssignmentId;
  readonly code: RoleCode;
  readonly scopeKind: ScopeKind;
  readonly scopeId: ScopeId | null;
  readonly version: number;
};

/** Over what each role may be given (D-29, D-33). A municipality has no scope id: it is the user's own. */
export const scopesOfRole: Readonly<Record<RoleCode, readonly ScopeKind[]>> = {
  caseCoordinator: ["municipality", "department", "area"],
  outreachWorker: ["municipality", "department", "area"],
  communityCoordinator: ["municipality", "area", "platform"],
  consultationAgent: ["department"],
  sectionOfficer: ["department"],
  platformAdministrator: ["municipality"],
  supervisor: ["municipality", "department"],
  auditor: ["municipality"],
  adviser: ["municipality"],
  owner: ["organization"],
  editor: ["organization"],
  referralReceiver: ["organization"],
  welfareCommissioner: ["area"],
  invitedMember: ["municipality"],
};

/** The roles that can be given to the users of a portal. */
export const rolesOfPortal: Readonly<Record<Portal, readonly RoleCode[]>> = {
  staff: staffRoleCodes,
  partner: partnerRoleCodes,
};
