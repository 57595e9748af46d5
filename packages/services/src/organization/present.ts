import { civilDateOf, type Abilities, type CivilDate } from "@tsunagari/domain";
import {
  canChangePlace,
  organizationKinds,
  organizationStatuses,
  permissionOn,
  type OrganizationKind,
  type OrganizationStatus,
  type ReferralPermission,
  type TraitPeriod,
} from "@tsunagari/domain/organization";
import { literalOf } from "../kernel/index.ts";
import type { OrganizationRow, PlaceRow } from "./store.ts";

export type OrganizationPlaceView = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly postalCode: string | null;
  readonly address: string;
  readonly directions: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly areas: readonly { readonly id: string; readonly name: string; readonly schemeName: string }[];
  readonly isInUse: boolean;
  readonly abilities: { readonly amend: true | string; readonly end: true | string };
};

export type PermissionState = "none" | "inForce" | "planned" | "ended";

export type OrganizationView = {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly nameKana: string;
  readonly kind: OrganizationKind;
  readonly description: string;
  readonly phone: string | null;
  readonly mail: string | null;
  readonly website: string | null;
  readonly status: OrganizationStatus;
  readonly sinceOn: CivilDate;
  readonly untilOn: CivilDate | null;
  readonly places: readonly OrganizationPlaceView[];
  readonly permissionState: PermissionState;
  /** All of them, the newest first. */
  readonly permissions: readonly (ReferralPermission & { readonly isInForce: boolean })[];
  /** As what the plan counts it, the newest first. */
  readonly traits: readonly TraitPeriod[];
  readonly abilities: Abilities<OrganizationVerb>;
};

export const organizationVerbs = [
  "amend",
  "rename",
  "addPlace",
  "suspend",
  "resume",
  "close",
  "grantReferralPermission",
  "revokeReferralPermission",
  "recordTrait",
  "endTrait",
  "cancelTrait",
] as const;
export type OrganizationVerb = (typeof organizationVerbs)[number];

/** Where an organization stands with regard to D-14, in one word. */
export const permissionStateOn = (permissions: readonly ReferralPermission[], on: CivilDate): PermissionState => {
  if (permissionOn(permissions, on)) return "inForce";
  if (permissions.some((row) => row.sinceOn > on && (row.untilOn === null || row.untilOn > row.sinceOn))) {
    return "planned";
  }
  return permissions.length > 0 ? "ended" : "none";
};

export const presentPlace = (
  row: PlaceRow,
  of: {
    readonly areas: OrganizationPlaceView["areas"];
    readonly isInUse: boolean;
    readonly isCity: boolean;
    readonly mayAmend: true | string;
  },
): OrganizationPlaceView => {
  const change = (isCity: boolean) =>
    of.mayAmend === true ? canChangePlace({ isEnded: row.isEnded, isInUse: of.isInUse, isCity }) : of.mayAmend;
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    postalCode: row.postalCode,
    address: row.address,
    directions: row.directions,
    latitude: row.latitude,
    longitude: row.longitude,
    areas: of.areas,
    isInUse: of.isInUse,
    abilities: { amend: change(of.isCity), end: change(false) },
  };
};

/** An organization for staff and for its own people. */
export const presentOrganization = (
  row: OrganizationRow,
  of: Pick<OrganizationView, "places" | "traits" | "abilities"> & {
    readonly permissions: readonly ReferralPermission[];
    readonly today: CivilDate;
  },
): OrganizationView => {
  const inForce = permissionOn(of.permissions, of.today);
  return {
    id: row.id,
    version: row.version,
    name: row.name,
    nameKana: row.nameKana,
    kind: literalOf(organizationKinds, row.kind),
    description: row.description,
    phone: row.phone,
    mail: row.mail,
    website: row.website,
    status: literalOf(organizationStatuses, row.status),
    sinceOn: civilDateOf(row.sinceOn),
    untilOn: row.untilOn === null ? null : civilDateOf(row.untilOn),
    places: of.places,
    permissionState: permissionStateOn(of.permissions, of.today),
    permissions: of.permissions.map((permission) => ({ ...permission, isInForce: permission === inForce })),
    traits: of.traits,
    abilities: of.abilities,
  };
};
