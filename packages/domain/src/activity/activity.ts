import { idOf, type Id } from "../kernel/index.ts";
import type { PlaceId } from "../organization/index.ts";
import type { Schedule } from "./schedule.ts";

export const ActivityId = idOf("activity");
export type ActivityId = Id<"activity">;
export const ActivityVersionId = idOf("activityVersion");
export type ActivityVersionId = Id<"activityVersion">;

export const activityStatuses = ["draft", "submitted", "returned", "published", "ended", "discarded"] as const;
export type ActivityStatus = (typeof activityStatuses)[number];

/** States of one version; `superseded` was public until a newer one was approved. */
export const activityVersionStatuses = [
  "draft",
  "submitted",
  "returned",
  "approved",
  "superseded",
  "discarded",
] as const;
export type ActivityVersionStatus = (typeof activityVersionStatuses)[number];

/** States in which a version is still being worked on; an activity has at most one such version. */
export const workingStatuses = ["draft", "submitted", "returned"] as const satisfies readonly ActivityVersionStatus[];
export type WorkingStatus = (typeof workingStatuses)[number];

export const activityCategories = [
  "childrensCafeteria",
  "communityMeal",
  "gatheringPlace",
  "exercise",
  "learningSupport",
  "childRearing",
  "foodPantry",
  "peerSupport",
  "roleAndVolunteering",
  "workExperience",
  "consultation",
  "dailyLifeSupport",
  "outingSupport",
  "watchingOver",
  "hobbyAndCulture",
  "other",
] as const;
export type ActivityCategory = (typeof activityCategories)[number];

export const audiences = [
  "anyone",
  "children",
  "youth",
  "parents",
  "olderPeople",
  "peopleWithDisabilities",
  "carers",
  "peopleWhoStayIn",
  "peopleInHardship",
  "foreignResidents",
] as const;
export type Audience = (typeof audiences)[number];

export const joinWays = ["dropIn", "reserve", "contactFirst"] as const;
export type JoinWay = (typeof joinWays)[number];

/** Subset of GIF DS-436 アクセシビリティ. */
export const accessibilityFlags = [
  "wheelchair",
  "wheelchairRental",
  "barrierFreeToilet",
  "slope",
  "elevator",
  "priorityParking",
  "brailleBlocks",
  "assistanceDogs",
  "writtenConversation",
  "signLanguage",
  "ostomateToilet",
  "nursingRoom",
  "diaperTable",
  "stroller",
] as const;
export type AccessibilityFlag = (typeof accessibilityFlags)[number];

/** What an activity says of itself; one version holds one content. */
export type ActivityContent = {
  readonly title: string;
  readonly titleKana: string | null;
  readonly category: ActivityCategory;
  readonly summary: string;
  readonly description: string;
  readonly audiences: readonly Audience[];
  readonly audienceNote: string | null;
  readonly schedule: Schedule;
  readonly scheduleNote: string | null;
  readonly placeId: PlaceId;
  readonly contactName: string;
  readonly contactPhone: string | null;
  readonly contactMail: string | null;
  readonly contactWebsite: string | null;
  readonly isFree: boolean;
  readonly feeNote: string | null;
  readonly joinWay: JoinWay;
  readonly joinNote: string | null;
  readonly accessibility: readonly AccessibilityFlag[];
  readonly accessibilityNote: string | null;
};

/** The fields of the content in the order in which people read them. */
export const contentFields = [
  "title",
  "titleKana",
  "category",
  "summary",
  "description",
  "audiences",
  "audienceNote",
  "schedule",
  "scheduleNote",
  "placeId",
  "contactName",
  "contactPhone",
  "contactMail",
  "contactWebsite",
  "isFree",
  "feeNote",
  "joinWay",
  "joinNote",
  "accessibility",
  "accessibilityNote",
] as const satisfies readonly (keyof ActivityContent)[];
export type ContentField = (typeof contentFields)[number];

/** Free places for referrals: null where the organization states no limit (D-30). */
export const freeReferralPlaces = (activity: {
  readonly referralCapacity: number | null;
  readonly referralPlacesTaken: number;
}): number | null =>
  activity.referralCapacity === null ? null : Math.max(0, activity.referralCapacity - activity.referralPlacesTaken);
