import { idOf, isInForce, type CivilDate, type Dated, type Id, type OrganizationId } from "../kernel/index.ts";

export { operatorRoles, type OperatorRole } from "../municipality/index.ts";

export const PlatformId = idOf("platform");
export type PlatformId = Id<"platform">;
export const PlatformMembershipId = idOf("platformMembership");
export type PlatformMembershipId = Id<"platformMembership">;

/** SM-11, first half. */
export const platformStatuses = ["preparing", "active", "closed"] as const;
export type PlatformStatus = (typeof platformStatuses)[number];

/** A platform that was prepared becomes active by its date; nobody need do anything on that day. */
export const platformStatusOn = (
  platform: { readonly status: PlatformStatus; readonly sinceOn: CivilDate },
  on: CivilDate,
): PlatformStatus => {
  if (platform.status === "closed") return "closed";
  return platform.sinceOn <= on ? "active" : "preparing";
};

export const membershipStatuses = ["applied", "cancelled", "declined", "active", "left"] as const;
export type MembershipStatus = (typeof membershipStatuses)[number];

/** States in which an organization may not apply again. */
export const openMembershipStatuses = ["applied", "active"] as const satisfies readonly MembershipStatus[];

export type DatedMembership = {
  readonly organizationId: OrganizationId;
  readonly sinceOn: CivilDate | null;
  readonly untilOn: CivilDate | null;
};

const isDated = (row: DatedMembership): row is DatedMembership & Dated => row.sinceOn !== null;

/** Distinct organizations that belong on a day (G-13, G-14); applications and refusals carry no dates and do not count. */
export const countMembersOn = (memberships: readonly DatedMembership[], on: CivilDate): number =>
  new Set(memberships.filter((row) => isDated(row) && isInForce(row, on)).map((row) => row.organizationId)).size;
