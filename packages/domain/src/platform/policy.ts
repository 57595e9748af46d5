import {
  allOf,
  anyOf,
  canFire,
  definePolicy,
  type MunicipalityId,
  type OrganizationId,
  type Rule,
} from "../kernel/index.ts";
import type { AreaId, MemberType } from "../municipality/index.ts";
import {
  editorRoles,
  holdsIn,
  holdsOver,
  moderatorRoles,
  organizationRoles,
  worksWithOrganizations,
  type OrganizationStatus,
} from "../organization/index.ts";
import { membershipMachine, type MembershipEvent } from "./machine.ts";
import { openMembershipStatuses, type MembershipStatus, type PlatformId, type PlatformStatus } from "./platform.ts";

export const platformReasons = [
  "platform.other_city",
  "platform.not_your_organization",
  "platform.staff_only",
  "platform.operator_only",
  "platform.administrator_only",
  "platform.not_active",
  "platform.organization_not_active",
  "platform.no_application",
  "platform.already_applied",
  "platform.already_member",
  "platform.invalid_state",
  "platform.members_only",
  "platform.unknown_area",
  "platform.unknown_department",
  "platform.before_platform",
  "platform.too_far_ahead",
  "platform.module_off",
  "platform.member_type_not_allowed",
  "platform.operator_role_not_allowed",
  "platform.agencies_not_allowed",
  "platform.individuals_not_allowed",
  "platform.unknown_agency",
  "platform.already_participates",
  "platform.participant_ended",
  "platform.agreement_in_future",
] as const;
export type PlatformReason = (typeof platformReasons)[number];

export type PlatformFacts = {
  readonly municipalityId: MunicipalityId;
  readonly platformId: PlatformId;
  readonly status: PlatformStatus;
  /** Whether the city has this room open today (C-20). */
  readonly isModuleOn: boolean;
  /** Who may join in this city (C-12). */
  readonly memberTypes: readonly MemberType[];
  /** The areas it covers. */
  readonly areaIds: readonly AreaId[];
  /** The organization the question is about: the applicant, the member, or the partner's own; null where none is. */
  readonly organization: { readonly organizationId: OrganizationId; readonly status: OrganizationStatus } | null;
  /** That organization's membership: the one named, else its newest; null where it never applied. */
  readonly membershipStatus: MembershipStatus | null;
};

type PlatformRule = Rule<PlatformFacts, PlatformReason>;

const sameCity: PlatformRule = ({ actor, facts }) =>
  actor.municipalityId === facts.municipalityId || "platform.other_city";

const cityStaff: PlatformRule = ({ actor }) => worksWithOrganizations(actor) || "platform.staff_only";

/** A partner sees every platform of the city, but of memberships only its own organization's. */
const partnerOfTheCity: PlatformRule = ({ actor, facts }) =>
  (actor.kind === "partner" &&
    holdsIn(actor, organizationRoles, actor.organizationId) &&
    (facts.organization === null || facts.organization.organizationId === actor.organizationId)) ||
  "platform.not_your_organization";

const ownEditor: PlatformRule = ({ actor, facts }) =>
  holdsIn(actor, editorRoles, facts.organization?.organizationId ?? null) || "platform.not_your_organization";

/** Operators: the administrator, or a coordinator over the city, an area it covers, or the platform itself (S-072). */
const operator: PlatformRule = ({ actor, facts }) =>
  holdsOver(actor, moderatorRoles, facts.areaIds) ||
  (actor.kind === "staff" &&
    actor.roles.some(
      (role) =>
        moderatorRoles.includes(role.code) &&
        role.scopeKind === "platform" &&
        (role.scopeId as string | null) === facts.platformId,
    )) ||
  "platform.operator_only";

const moduleOn: PlatformRule = ({ facts }) => facts.isModuleOn || "platform.module_off";

// D-20: what applies through the portal is an organization.
const admitsOrganizations: PlatformRule = ({ facts }) =>
  facts.memberTypes.includes("organization") || "platform.member_type_not_allowed";

// C-12: the city adds whom it said may belong.
const admitsAgencies: PlatformRule = ({ facts }) =>
  facts.memberTypes.includes("consultationAgency") || "platform.agencies_not_allowed";
const admitsIndividuals: PlatformRule = ({ facts }) =>
  facts.memberTypes.includes("individual") || "platform.individuals_not_allowed";

const isOpen: PlatformRule = ({ facts }) => facts.status !== "closed" || "platform.not_active";

const organizationActive: PlatformRule = ({ facts }) =>
  facts.organization?.status === "active" || "platform.organization_not_active";

const mayApplyAgain: PlatformRule = ({ facts }) => {
  const open = openMembershipStatuses.find((status) => status === facts.membershipStatus);
  if (open === undefined) return true;
  return open === "applied" ? "platform.already_applied" : "platform.already_member";
};

const fits =
  (event: MembershipEvent): PlatformRule =>
  ({ facts }) => {
    if (facts.membershipStatus === null) return "platform.no_application";
    return canFire(membershipMachine, event, facts.membershipStatus) || "platform.invalid_state";
  };

const member: PlatformRule = ({ facts }) => facts.membershipStatus === "active" || "platform.members_only";

/** Names of the members: staff, and the members among themselves (D1). */
const seesMembers = allOf<PlatformFacts, PlatformReason>(sameCity, anyOf(cityStaff, allOf(partnerOfTheCity, member)));

export const platformPolicy = definePolicy<PlatformFacts, PlatformReason>()(
  "platform",
  {
    read: allOf(sameCity, anyOf(cityStaff, partnerOfTheCity)),
    listMembers: seesMembers,
    listParticipants: seesMembers,
    /** D-20: who is no body but a person is named to those who run the platform; all others read a number. */
    readIndividualNames: allOf(sameCity, operator),
    addAgency: allOf(sameCity, operator, moduleOn, isOpen, admitsAgencies),
    addIndividual: allOf(sameCity, operator, moduleOn, isOpen, admitsIndividuals),
    endParticipant: allOf(sameCity, operator),
    requestToJoin: allOf(sameCity, ownEditor, moduleOn, isOpen, admitsOrganizations, organizationActive, mayApplyAgain),
    cancelApplication: allOf(sameCity, ownEditor, fits("cancel")),
    approve: allOf(sameCity, operator, moduleOn, isOpen, admitsOrganizations, fits("approve"), organizationActive),
    decline: allOf(sameCity, operator, fits("decline")),
    leave: allOf(sameCity, anyOf(operator, ownEditor), fits("leave")),
  },
  {
    list: ({ actor }) =>
      worksWithOrganizations(actor) ||
      holdsIn(actor, organizationRoles, actor.kind === "partner" ? actor.organizationId : null) ||
      "platform.staff_only",
    listMemberships: ({ actor }) => worksWithOrganizations(actor) || "platform.staff_only",
    // Figures without names: the adviser too.
    countMembersAsOf: ({ actor }) => (actor.kind === "staff" && actor.roles.length > 0) || "platform.staff_only",
    establish: ({ actor }) => holdsOver(actor, ["platformAdministrator"], []) || "platform.administrator_only",
  },
);
