import type { Actor, RoleCode } from "../kernel/actor.ts";
import type { OrganizationId } from "../kernel/ids.ts";

/**
 * What an owner gives to the people of his own organization (D-29). Receiving referrals opens what residents have
 * entrusted: it can be given only while the city lets the organization receive them (D-14).
 */
export const memberRoles = ["owner", "editor", "referralReceiver"] as const satisfies readonly RoleCode[];
export type MemberRole = (typeof memberRoles)[number];

export const memberReasons = ["identity.owner_only", "identity.last_owner", "identity.no_referral_permission"] as const;

/** Whether the actor answers for the organization: the role counts in the one it was given for (D-21). */
export const ownsOrganization = (actor: Actor, organizationId: OrganizationId | null): boolean =>
  actor.kind === "partner" &&
  organizationId !== null &&
  actor.organizationId === organizationId &&
  actor.roles.some(
    (role) =>
      role.code === "owner" && role.scopeKind === "organization" && (role.scopeId as string | null) === organizationId,
  );

/** Whether a role may be given in an organization; all but the one need nothing of the city. */
export const canBeGiven = (
  code: MemberRole,
  organization: { readonly mayReceiveReferrals: boolean },
): true | (typeof memberReasons)[number] =>
  code !== "referralReceiver" || organization.mayReceiveReferrals || "identity.no_referral_permission";
