import {
  allOf,
  anyOf,
  canFire,
  definePolicy,
  type MunicipalityId,
  type OrganizationId,
  type Rule,
} from "../kernel/index.ts";
import { organizationMachine, type OrganizationEvent } from "./machine.ts";
import type { AreaId } from "../municipality/index.ts";
import type { OrganizationStatus } from "./organization.ts";
import { editorRoles, holdsIn, holdsOver, moderatorRoles, organizationRoles, worksWithOrganizations } from "./reach.ts";

export const organizationReasons = [
  "organization.other_city",
  "organization.not_your_organization",
  "organization.staff_only",
  "organization.administrator_only",
  "organization.invalid_state",
  "organization.not_active",
  "organization.area_scheme_repeated",
  "organization.unknown_area",
  "organization.place_in_use",
  "organization.place_ended",
  "organization.permission_overlaps",
  "organization.permission_ended",
  "organization.trait_overlaps",
  "organization.trait_ended",
  "organization.trait_cancelled",
] as const;
export type OrganizationReason = (typeof organizationReasons)[number];

export type OrganizationFacts = {
  readonly municipalityId: MunicipalityId;
  readonly organizationId: OrganizationId;
  readonly status: OrganizationStatus;
  /** The areas of its places: an organization lies nowhere by itself. */
  readonly areaIds: readonly AreaId[];
};

type OrganizationRule = Rule<OrganizationFacts, OrganizationReason>;

const sameCity: OrganizationRule = ({ actor, facts }) =>
  actor.municipalityId === facts.municipalityId || "organization.other_city";

const cityStaff: OrganizationRule = ({ actor }) => worksWithOrganizations(actor) || "organization.staff_only";

const ownOrganization: OrganizationRule = ({ actor, facts }) =>
  holdsIn(actor, organizationRoles, facts.organizationId) || "organization.not_your_organization";

const ownEditor: OrganizationRule = ({ actor, facts }) =>
  holdsIn(actor, editorRoles, facts.organizationId) || "organization.not_your_organization";

const moderator: OrganizationRule = ({ actor, facts }) =>
  holdsOver(actor, moderatorRoles, facts.areaIds) || "organization.staff_only";

const administrator: OrganizationRule = ({ actor }) =>
  holdsOver(actor, ["platformAdministrator"], []) || "organization.administrator_only";

const notClosed: OrganizationRule = ({ facts }) => facts.status !== "closed" || "organization.not_active";
const isActive: OrganizationRule = ({ facts }) => facts.status === "active" || "organization.not_active";

const may =
  (event: OrganizationEvent): OrganizationRule =>
  ({ facts }) =>
    canFire(organizationMachine, event, facts.status) || "organization.invalid_state";

/** The organization's own people, or the city's moderators. */
const keeper = anyOf(moderator, ownEditor);

export const organizationPolicy = definePolicy<OrganizationFacts, OrganizationReason>()(
  "organization",
  {
    read: allOf(sameCity, anyOf(cityStaff, ownOrganization)),
    amend: allOf(sameCity, keeper, notClosed),
    addPlace: allOf(sameCity, keeper, notClosed),
    amendPlace: allOf(sameCity, keeper, notClosed),
    endPlace: allOf(sameCity, keeper, notClosed),
    rename: allOf(sameCity, moderator, notClosed),
    suspend: allOf(sameCity, administrator, may("suspend")),
    resume: allOf(sameCity, administrator, may("resume")),
    close: allOf(sameCity, administrator, may("close")),
    // D-14: given by the city per organization, independent of registration and platform membership.
    grantReferralPermission: allOf(sameCity, administrator, isActive),
    revokeReferralPermission: allOf(sameCity, administrator),
    // The plan's figures are the city's; what was stays countable after an organization has closed.
    recordTrait: allOf(sameCity, moderator),
    endTrait: allOf(sameCity, moderator),
    cancelTrait: allOf(sameCity, moderator),
  },
  {
    list: ({ actor }) => worksWithOrganizations(actor) || "organization.staff_only",
    register: ({ actor }) => holdsOver(actor, moderatorRoles, []) || "organization.staff_only",
    // Numbers only, so advisers and auditors too.
    countTraitsAsOf: ({ actor }) => (actor.kind === "staff" && actor.roles.length > 0) || "organization.staff_only",
  },
);

/**
 * Whether a place may change. What is public about "where" changes only with the city's approval (D-15), so a place
 * that a published or submitted activity uses is the city's to correct; the organization adds another one instead.
 */
export const canChangePlace = (place: {
  readonly isEnded: boolean;
  readonly isInUse: boolean;
  readonly isCity: boolean;
}): true | "organization.place_ended" | "organization.place_in_use" => {
  if (place.isEnded) return "organization.place_ended";
  return !place.isInUse || place.isCity || "organization.place_in_use";
};
