import {
  allOf,
  anyOf,
  canFire,
  definePolicy,
  type MunicipalityId,
  type OrganizationId,
  type Rule,
} from "../kernel/index.ts";
import type { AreaId } from "../municipality/index.ts";
import {
  editorRoles,
  holdsIn,
  holdsOver,
  moderatorRoles,
  organizationRoles,
  worksWithOrganizations,
  type OrganizationStatus,
} from "../organization/index.ts";
import type { ActivityStatus, ActivityVersionStatus, WorkingStatus } from "./activity.ts";
import { activityMachine, activityVersionMachine } from "./machine.ts";

export const activityReasons = [
  "activity.other_city",
  "activity.not_your_organization",
  "activity.not_yet_submitted",
  "activity.moderator_only",
  "activity.staff_only",
  "activity.clock_only",
  "activity.invalid_state",
  "activity.not_published",
  "activity.waits_for_approval",
  "activity.nothing_to_submit",
  "activity.nothing_changed",
  "activity.organization_not_active",
  "activity.no_dates_left",
  "activity.unknown_place",
  "activity.capacity_below_taken",
] as const;
export type ActivityReason = (typeof activityReasons)[number];

export type ActivityFacts = {
  readonly municipalityId: MunicipalityId;
  readonly organizationId: OrganizationId;
  readonly organizationStatus: OrganizationStatus;
  readonly status: ActivityStatus;
  /** The version being worked on: of a new activity its only one, of a published one a change; null where none is. */
  readonly workingStatus: WorkingStatus | null;
  /** Areas of the places named by the public and the working version. */
  readonly areaIds: readonly AreaId[];
};

type ActivityRule = Rule<ActivityFacts, ActivityReason>;

const sameCity: ActivityRule = ({ actor, facts }) =>
  actor.municipalityId === facts.municipalityId || "activity.other_city";

const ownOrganization: ActivityRule = ({ actor, facts }) =>
  holdsIn(actor, organizationRoles, facts.organizationId) || "activity.not_your_organization";

const ownEditor: ActivityRule = ({ actor, facts }) =>
  holdsIn(actor, editorRoles, facts.organizationId) || "activity.not_your_organization";

const moderator: ActivityRule = ({ actor, facts }) =>
  holdsOver(actor, moderatorRoles, facts.areaIds) || "activity.moderator_only";

const cityStaff: ActivityRule = ({ actor }) => worksWithOrganizations(actor) || "activity.staff_only";

/** What was dropped before it was ever public is gone for everyone; the audit keeps that it was. */
const kept: ActivityRule = ({ facts }) => facts.status !== "discarded" || "activity.invalid_state";

/** What an organization has not handed in is its own; of an ended activity the city keeps the record. */
const handedIn: ActivityRule = ({ facts }) =>
  !["draft", "discarded"].includes(facts.status) || "activity.not_yet_submitted";

/** Staff who do not moderate meet activities only where they refer people to them. */
const madePublic: ActivityRule = ({ facts }) =>
  ["published", "ended"].includes(facts.status) || "activity.not_yet_submitted";

const organizationActive: ActivityRule = ({ facts }) =>
  facts.organizationStatus === "active" || "activity.organization_not_active";

const published: ActivityRule = ({ facts }) => facts.status === "published" || "activity.not_published";

const mayStill: ActivityRule = ({ facts }) =>
  !["ended", "discarded"].includes(facts.status) || "activity.invalid_state";

const notWaiting: ActivityRule = ({ facts }) => facts.workingStatus !== "submitted" || "activity.waits_for_approval";

/** The event must fit the working version, and the activity itself as long as it is not public. */
const fits =
  (event: "submit" | "takeBack" | "return" | "approve" | "discard"): ActivityRule =>
  ({ facts }) => {
    if (facts.workingStatus === null) return "activity.nothing_to_submit";
    const versionFits = canFire<ActivityVersionStatus, typeof activityVersionMachine>(
      activityVersionMachine,
      event,
      facts.workingStatus,
    );
    const activityFits =
      facts.status === "published" ||
      canFire<ActivityStatus, typeof activityMachine>(activityMachine, event, facts.status);
    return (versionFits && activityFits) || "activity.invalid_state";
  };

export const activityPolicy = definePolicy<ActivityFacts, ActivityReason>()(
  "activity",
  {
    read: allOf(
      sameCity,
      anyOf(allOf(ownOrganization, kept), allOf(moderator, handedIn), allOf(cityStaff, madePublic)),
    ),
    amend: allOf(sameCity, ownEditor, mayStill, notWaiting),
    submit: allOf(sameCity, ownEditor, organizationActive, fits("submit")),
    takeBack: allOf(sameCity, ownEditor, fits("takeBack")),
    discard: allOf(sameCity, ownEditor, fits("discard")),
    // D-15: public after approval by the city.
    approve: allOf(sameCity, moderator, organizationActive, fits("approve")),
    return: allOf(sameCity, moderator, fits("return")),
    // D-16: "checked, nothing changed" needs no approval.
    confirm: allOf(sameCity, anyOf(moderator, ownEditor), published),
    end: allOf(sameCity, anyOf(moderator, ownEditor), published),
    setReferralCapacity: allOf(sameCity, ownOrganization, mayStill),
  },
  {
    create: ({ actor }) =>
      holdsIn(actor, editorRoles, actor.kind === "partner" ? actor.organizationId : null) ||
      "activity.not_your_organization",
    list: ({ actor }) =>
      worksWithOrganizations(actor) ||
      holdsIn(actor, organizationRoles, actor.kind === "partner" ? actor.organizationId : null) ||
      "activity.staff_only",
    listSubmitted: ({ actor }) =>
      (actor.kind === "staff" && actor.roles.some((role) => moderatorRoles.includes(role.code))) ||
      "activity.moderator_only",
    /** D-16: the clock asks, nobody else. */
    remindVerification: ({ actor }) => actor.kind === "worker" || "activity.clock_only",
    /** D0: anyone may see what is published. */
    search: () => true,
    getPublic: () => true,
  },
);
