import { z } from "zod";
import {
  choice,
  command,
  DateField,
  input,
  line,
  LinkField,
  optionalLine,
  OptionalDateField,
  optionalParagraph,
  optionalWholeNumber,
  OrganizationId,
  Page,
  paragraph,
  PhoneField,
  TimeField,
  Version,
  wholeNumber,
} from "../kernel/index.ts";
import { AreaId } from "../municipality/index.ts";
import { OptionalMailField, PlaceId } from "../organization/index.ts";
import {
  accessibilityFlags,
  activityCategories,
  ActivityId,
  activityStatuses,
  audiences,
  joinWays,
} from "./activity.ts";
import { asWeekday, tidySkipped } from "./schedule.ts";

const several = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(choice(values), { error: "not_chosen" })
    .max(values.length, { error: "out_of_range" })
    .transform((chosen): Values[number][] => values.filter((value) => chosen.some((one) => one === value)));

const WeekdayField = z
  .union([z.number(), z.string()], { error: "not_chosen" })
  .refine((value) => value !== "", { error: "not_chosen", abort: true })
  .pipe(wholeNumber(1, 7))
  .transform(asWeekday);

/** `from` and `to` on the same day; midnight is not crossed. */
const WeeklySchedule = z
  .strictObject(
    {
      kind: z.literal("weekly"),
      weekday: WeekdayField,
      fromTime: TimeField,
      toTime: TimeField,
      firstOn: DateField,
      lastOn: OptionalDateField,
      skippedOn: z.array(DateField, { error: "invalid" }).max(60, { error: "out_of_range" }).default([]),
    },
    { error: (issue) => (issue.code === "unrecognized_keys" ? "unknown_field" : "invalid") },
  )
  .refine((value) => value.toTime > value.fromTime, { error: "before_start", path: ["toTime"] })
  .refine((value) => value.lastOn === null || value.lastOn >= value.firstOn, {
    error: "before_start",
    path: ["lastOn"],
  })
  .transform(tidySkipped);

const ByAppointment = z.strictObject(
  { kind: z.literal("byAppointment") },
  { error: (issue) => (issue.code === "unrecognized_keys" ? "unknown_field" : "invalid") },
);

export const ScheduleInput = z.discriminatedUnion("kind", [WeeklySchedule, ByAppointment], { error: "not_chosen" });

const contentFields = {
  title: line(60),
  titleKana: optionalLine(120),
  category: choice(activityCategories),
  // 行政サービス・制度 (GIF DS-451-4): 概要 in 100 characters, 内容 in 500; ours is wider where lists do not show it.
  summary: line(100),
  description: paragraph(2000),
  audiences: several(audiences).refine((chosen) => chosen.length > 0, { error: "not_chosen" }),
  audienceNote: optionalLine(200),
  schedule: ScheduleInput,
  scheduleNote: optionalLine(200),
  placeId: PlaceId,
  contactName: line(60),
  contactPhone: PhoneField,
  contactMail: OptionalMailField,
  contactWebsite: LinkField,
  isFree: z.boolean({ error: "not_chosen" }),
  feeNote: optionalLine(200),
  joinWay: choice(joinWays),
  joinNote: optionalParagraph(500),
  accessibility: several(accessibilityFlags).default([]),
  accessibilityNote: optionalLine(300),
};

/** The content of one version, as the form sends it. */
export const ActivityContentInput = input(contentFields)
  .refine((value) => [value.contactPhone, value.contactMail, value.contactWebsite].some((way) => way !== null), {
    error: "required",
    path: ["contactPhone"],
  })
  .refine((value) => value.isFree || value.feeNote !== null, { error: "required", path: ["feeNote"] });
export type ActivityContentInput = z.output<typeof ActivityContentInput>;

/** Places for referrals; `referralCapacity` null states no limit (D-30). */
const referralFields = {
  acceptsReferrals: z.boolean({ error: "not_chosen" }),
  referralCapacity: optionalWholeNumber(0, 999),
};

export const CreateActivity = command({
  organizationId: OrganizationId,
  content: ActivityContentInput,
  ...referralFields,
});
export type CreateActivity = z.output<typeof CreateActivity>;

/** Writes the working version; what is public stays as it is until it is submitted (and approved, where D-15 asks). */
export const AmendActivity = command({ activityId: ActivityId, version: Version, content: ActivityContentInput });
export type AmendActivity = z.output<typeof AmendActivity>;

const step = () => command({ activityId: ActivityId, version: Version });
export const SubmitActivity = step();
export type SubmitActivity = z.output<typeof SubmitActivity>;
export const TakeBackActivity = step();
export type TakeBackActivity = z.output<typeof TakeBackActivity>;
export const DiscardActivity = step();
export type DiscardActivity = z.output<typeof DiscardActivity>;
export const ApproveActivity = step();
export type ApproveActivity = z.output<typeof ApproveActivity>;
export const ConfirmActivity = step();
export type ConfirmActivity = z.output<typeof ConfirmActivity>;
export const EndActivity = step();
export type EndActivity = z.output<typeof EndActivity>;

export const ReturnActivity = command({ activityId: ActivityId, version: Version, reason: paragraph(500) });
export type ReturnActivity = z.output<typeof ReturnActivity>;

export const SetReferralCapacity = command({ activityId: ActivityId, version: Version, ...referralFields });
export type SetReferralCapacity = z.output<typeof SetReferralCapacity>;

/** The worker's daily look at what should be confirmed soon (D-16). */
export const RemindVerification = command({});

export const GetActivity = input({ activityId: ActivityId });
export type GetActivity = z.output<typeof GetActivity>;

export const ListActivities = input({
  keyword: optionalLine(100),
  organizationId: OrganizationId.nullish().transform((value) => value ?? null),
  status: choice(activityStatuses)
    .nullish()
    .transform((value) => value ?? null),
  /** true: only those published and accepting referrals, from organizations that may receive them today (D-14). */
  acceptsReferrals: z.boolean({ error: "invalid" }).default(false),
  ...Page,
});
export type ListActivities = z.output<typeof ListActivities>;

/** What waits for the city's approval. */
export const ListSubmittedActivities = input({ ...Page });
export type ListSubmittedActivities = z.output<typeof ListSubmittedActivities>;

/**
 * The public search in the city of the address (D-28); every field may come from a hand-written query string, so
 * numbers may be text and an empty field is none.
 */
export const SearchActivities = input({
  keyword: optionalLine(100),
  areaId: z
    .union([z.literal("").transform(() => null), z.null(), AreaId], { error: "invalid" })
    .optional()
    .transform((value) => value ?? null),
  category: z
    .union([z.literal("").transform(() => null), z.null(), choice(activityCategories)], { error: "not_a_choice" })
    .optional()
    .transform((value) => value ?? null),
  weekday: optionalWholeNumber(1, 7).transform((value) => (value === null ? null : asWeekday(value))),
  page: wholeNumber(1, 50).default(1),
});
export type SearchActivities = z.output<typeof SearchActivities>;

export const GetPublicActivity = input({ activityId: ActivityId });
export type GetPublicActivity = z.output<typeof GetPublicActivity>;
