import { idOf, isInForce, type CivilDate, type Dated, type Id, type OrganizationId } from "../kernel/index.ts";
import type { MemberType } from "../municipality/index.ts";

export { operatorRoles, type OperatorRole } from "../municipality/index.ts";

export const PlatformId = idOf("platform");
export type PlatformId = Id<"platform">;
export const PlatformMembershipId = idOf("platformMembership");
export type PlatformMembershipId = Id<"platformMembership">;

export const PlatformParticipantId = idOf("platformParticipant");
export type PlatformParticipantId = Id<"platformParticipant">;

/**
 * Who belongs besides the organizations (C-12, D-20). The city enters them itself: an agency is one of its departments,
 * and an individual has no account here.
 */
export const participantKinds = ["consultationAgency", "individual"] as const satisfies readonly MemberType[];
export type ParticipantKind = (typeof participantKinds)[number];

/** A number as those outside the city read it: exact, or only that it lies below a limit (D-17). Nobody is told as none. */
export type ToldNumber =
  | { readonly count: number; readonly below: null }
  | { readonly count: null; readonly below: number };

/** D-17. */
export const tellOutside = (count: number, limit: number): ToldNumber =>
  count === 0 || count >= limit ? { count, below: null } : { count: null, below: limit };

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
