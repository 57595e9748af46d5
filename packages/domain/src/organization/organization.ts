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

export const OrganizationTraitId = idOf("organizationTrait");
export type OrganizationTraitId = Id<"organizationTrait">;

/**
 * As what the plan counts an organization (S-078, G-10, G-12): 通いの場（住民主体サービス）, and 属性や世代を超えた地域活動.
 * The city records it with the days on which it held, also of the years before the organization was registered.
 */
export const organizationTraits = ["kayoiNoBa", "crossAttribute"] as const;
export type OrganizationTrait = (typeof organizationTraits)[number];

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

export type TraitPeriod = Dated & {
  readonly id: OrganizationTraitId;
  readonly organizationId: OrganizationId;
  readonly trait: OrganizationTrait;
  readonly version: number;
};

/**
 * How many organizations of a trait there were on a day, from what stands in the register. Before the first of them began
 * nobody counted, and that is no zero (D-18): null.
 */
export const countOfTrait = (
  counted: { readonly organizations: number; readonly firstOn: CivilDate | null },
  on: CivilDate,
) => (counted.firstOn === null || on < counted.firstOn ? null : counted.organizations);

/** The permission that holds on a day, or null. D-14: membership or registration never stand in for it. */
export const permissionOn = <Permission extends Dated>(
  permissions: readonly Permission[],
  on: CivilDate,
): Permission | null =>
  permissions.find((row) => row.sinceOn <= on && (row.untilOn === null || on < row.untilOn)) ?? null;
