import type { Abilities, CivilDate } from "@tsunagari/domain";
import {
  changedFields,
  freeReferralPlaces,
  freshnessOn,
  isGuarded,
  isShownOn,
  needsApproval,
  nextDates,
  type ActivityContent,
  type ActivityFacts,
  type ActivityStatus,
  type ContentField,
  type FreshnessRule,
  type FreshnessState,
  type WorkingStatus,
} from "@tsunagari/domain/activity";
import { contentOf, dateOrNull, type ActivityRows } from "./rows.ts";

export type PlaceView = {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  readonly areaNames: readonly string[];
};

/** A version as both portals show it. */
export type ContentView = ActivityContent & { readonly place: PlaceView | null };

export type WorkingView = {
  readonly status: WorkingStatus;
  readonly content: ContentView;
  readonly returnReason: string | null;
  readonly submittedAt: Date | null;
  /** Against what is public; empty for a first version. */
  readonly changes: readonly { readonly field: ContentField; readonly needsApproval: boolean }[];
  /** What submitting does: wait for the city, or go public at once. */
  readonly needsApproval: boolean;
};

export const activityVerbs = [
  "amend",
  "submit",
  "takeBack",
  "discard",
  "approve",
  "return",
  "confirm",
  "end",
  "setReferralCapacity",
] as const;
export type ActivityVerb = (typeof activityVerbs)[number];

export type ActivityView = {
  readonly id: string;
  readonly version: number;
  readonly status: ActivityStatus;
  readonly organization: { readonly id: string; readonly name: string };
  readonly published: ContentView | null;
  /** Null where nothing is in work; moderators see it from handing in on, other staff never. */
  readonly working: WorkingView | null;
  readonly nextDates: readonly CivilDate[];
  /** Whether the public page answers today. */
  readonly isPublic: boolean;
  readonly verifiedOn: CivilDate | null;
  readonly freshness: FreshnessState | null;
  readonly endedOn: CivilDate | null;
  readonly acceptsReferrals: boolean;
  readonly referralCapacity: number | null;
  readonly referralPlacesTaken: number;
  /** Null states no limit. */
  readonly referralPlacesFree: number | null;
  readonly abilities: Abilities<ActivityVerb>;
};

export type PresentStep = {
  readonly rows: ActivityRows;
  readonly facts: ActivityFacts;
  readonly organization: { readonly id: string; readonly name: string };
  readonly places: ReadonlyMap<string, PlaceView>;
  readonly rule: FreshnessRule;
  readonly today: CivilDate;
  /** All to the organization itself, what was handed in to its moderators, only what is public to other staff. */
  readonly sees: "all" | "handedIn" | "public";
  readonly abilities: Abilities<ActivityVerb>;
};

const presentWorking = ({ rows, facts, places, sees }: PresentStep): WorkingView | null => {
  if (!rows.working || facts.workingStatus === null) return null;
  if (sees === "public" || (sees === "handedIn" && facts.workingStatus === "draft")) return null;
  const content = contentOf(rows.working);
  const approved = rows.published ? contentOf(rows.published) : null;
  return {
    status: facts.workingStatus,
    content: { ...content, place: places.get(content.placeId) ?? null },
    returnReason: rows.working.returnReason,
    submittedAt: rows.working.submittedAt,
    changes: approved
      ? changedFields(approved, content).map((field) => ({ field, needsApproval: isGuarded(field) }))
      : [],
    needsApproval: needsApproval(approved, content),
  };
};

/** One activity for staff and for its own organization. */
export const presentActivity = (step: PresentStep): ActivityView => {
  const { rows, facts, today, rule } = step;
  const { activity } = rows;
  const content = rows.published ? contentOf(rows.published) : null;
  const working = presentWorking(step);
  const schedule = content?.schedule ?? working?.content.schedule ?? null;
  const verifiedOn = dateOrNull(activity.verifiedOn);
  const isLive = facts.status === "published" && facts.organizationStatus === "active";
  return {
    id: activity.id,
    version: activity.version,
    status: facts.status,
    organization: step.organization,
    published: content && { ...content, place: step.places.get(content.placeId) ?? null },
    working,
    nextDates: schedule ? nextDates(schedule, today, 6) : [],
    isPublic:
      isLive &&
      content !== null &&
      verifiedOn !== null &&
      isShownOn({ schedule: content.schedule, verifiedOn }, today, rule),
    verifiedOn,
    freshness: verifiedOn === null || facts.status !== "published" ? null : freshnessOn(verifiedOn, today, rule),
    endedOn: dateOrNull(activity.endedOn),
    acceptsReferrals: activity.acceptsReferrals,
    referralCapacity: activity.referralCapacity,
    referralPlacesTaken: activity.referralPlacesTaken,
    referralPlacesFree: freeReferralPlaces(activity),
    abilities: step.abilities,
  };
};
