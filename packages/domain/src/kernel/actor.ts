import type { DepartmentId, Id, MunicipalityId, OrganizationId, UserId } from "./ids.ts";
import type { Instant } from "./time.ts";

/** Role codes and scopes (D-29). Names shown for them are labels of the city. */
export const staffRoleCodes = [
  "caseCoordinator",
  "outreachWorker",
  "communityCoordinator",
  "consultationAgent",
  "sectionOfficer",
  "platformAdministrator",
  "supervisor",
  "auditor",
  "adviser",
] as const;
export const partnerRoleCodes = [
  "owner",
  "editor",
  "referralReceiver",
  "welfareCommissioner",
  "invitedMember",
] as const;
export const roleCodes = [...staffRoleCodes, ...partnerRoleCodes] as const;
export type RoleCode = (typeof roleCodes)[number];

export const scopeKinds = ["municipality", "department", "area", "platform", "organization"] as const;
export type ScopeKind = (typeof scopeKinds)[number];

/** A role in force today: rights come from user × dated role × scope, never from belonging to a body (D-21). */
export type RoleInForce = {
  readonly code: RoleCode;
  readonly scopeKind: ScopeKind;
  readonly scopeId: Id<"scope"> | null;
};

/**
 * How sure the program is of who asks. 0: signed in, but the city asks for a second factor and none was shown, so only
 * the way to one is open; 1: password; 2: a second factor was shown in this session.
 */
export type AssuranceLevel = 0 | 1 | 2;

export type StaffActor = {
  readonly kind: "staff";
  readonly municipalityId: MunicipalityId;
  readonly userId: UserId;
  readonly departmentId: DepartmentId | null;
  readonly roles: readonly RoleInForce[];
  readonly assurance: AssuranceLevel;
  /** Until when showing who one is counts as fresh; acts that disclose ask again after it (ASVS 7.5.3). */
  readonly freshUntil: Instant;
};
export type PartnerActor = {
  readonly kind: "partner";
  readonly municipalityId: MunicipalityId;
  readonly userId: UserId;
  readonly organizationId: OrganizationId | null;
  readonly roles: readonly RoleInForce[];
  readonly assurance: AssuranceLevel;
  /** Until when showing who one is counts as fresh; acts that disclose ask again after it (ASVS 7.5.3). */
  readonly freshUntil: Instant;
};
/** A visitor of the public site; the city is that of the address, or none on the chooser. */
export type PublicActor = { readonly kind: "public"; readonly municipalityId: MunicipalityId | null };
/** A job of the worker, acting for one city. */
export type WorkerActor = {
  readonly kind: "worker";
  readonly municipalityId: MunicipalityId;
  readonly job: string;
};
export type Actor = StaffActor | PartnerActor | PublicActor | WorkerActor;

/** Whether the actor holds one of the roles, in any scope. Scoped rules look at the scope themselves. */
export const hasRole = (actor: Actor, ...codes: readonly RoleCode[]): boolean =>
  (actor.kind === "staff" || actor.kind === "partner") && actor.roles.some((role) => codes.includes(role.code));
