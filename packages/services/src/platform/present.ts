import type { Abilities, CivilDate } from "@tsunagari/domain";
import type { MembershipStatus, OperatorRole, PlatformStatus } from "@tsunagari/domain/platform";

export const platformVerbs = ["requestToJoin", "cancelApplication", "leave", "listMembers"] as const;
export type PlatformVerb = (typeof platformVerbs)[number];

/** The own organization's membership, the newest. */
export type OwnMembership = {
  readonly id: string;
  readonly version: number;
  readonly status: MembershipStatus;
  readonly message: string | null;
  readonly appliedAt: Date;
  readonly declineReason: string | null;
  readonly sinceOn: CivilDate | null;
  readonly untilOn: CivilDate | null;
};

export type PlatformView = {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly status: PlatformStatus;
  readonly sinceOn: CivilDate;
  readonly areaNames: readonly string[];
  readonly operators: readonly { readonly name: string; readonly role: OperatorRole }[];
  /** Distinct organizations today. */
  readonly memberCount: number;
  /** Applications that wait; null for partners. */
  readonly applicationCount: number | null;
  /** Null for staff, and for an organization that never applied. */
  readonly membership: OwnMembership | null;
  readonly abilities: Abilities<PlatformVerb>;
};
