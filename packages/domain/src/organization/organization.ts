import { idOf, type CivilDate, type Dated, type Id, type OrganizationId } from "../kernel/index.ts";

export { periodsOverlap } from "../kernel/index.ts";

export const PlaceId = idOf("place");
export type PlaceId = Id<"place">;
export const ReferralPermissionId = idOf("referralPermission");
export type ReferralPermissionId = Id<"referralPermission">;

export const organizationKinds = [
  "npo",
  "voluntaryGroup",
  "neighborhoodAssociation",
  "socialWelfareCorporation",
  "medicalCorporation",
  "company",
  "cooperative",
  "school",
  "publicBody",
  "other",
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

export const organizationStatuses = ["active", "suspended", "closed"] as const;
export type OrganizationStatus = (typeof organizationStatuses)[number];

export type ReferralPermission = Dated & {
  readonly id: ReferralPermissionId;
  readonly organizationId: OrganizationId;
  readonly agreementVersion: string;
  readonly agreementSignedOn: CivilDate;
  readonly signedByTitle: string;
  readonly endReason: string | null;
  readonly version: number;
};

/** The permission that holds on a day, or null. D-14: membership or registration never stand in for it. */
export const permissionOn = <Permission extends Dated>(
  permissions: readonly Permission[],
  on: CivilDate,
): Permission | null =>
  permissions.find((row) => row.sinceOn <= on && (row.untilOn === null || on < row.untilOn)) ?? null;
