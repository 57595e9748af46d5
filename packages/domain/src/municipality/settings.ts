import { z } from "zod";
import { choice, wholeNumber } from "../kernel/fields.ts";
import { stepUpMinutesAtMost } from "../kernel/step-up.ts";
import { memberTypes, operatorRoles } from "./platform-rules.ts";

/** Some of a closed list, at least one, in the order of the list. */
const someOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .array(choice(values), { error: "not_chosen" })
    .min(1, { error: "not_chosen" })
    .transform((chosen): Values[number][] => values.filter((value) => chosen.includes(value)));

/**
 * What a city may decide for itself, with the limits that keep a setting from weakening a protection. The defaults
 * are those of the decisions named beside them.
 */
export const settingSchemas = {
  /** D-05: whether participation support needs a decision of a consented meeting. */
  participationGate: choice(["meetingDecision", "none"]),
  /** D-04: which meeting judges an outreach plan before consent. */
  outreachPlanJudgedBy: choice(["confidential", "consented"]),
  /** D-11: days for which a partner still reads the packet of a completed referral. */
  packetAccessDaysAfterConclusion: wholeNumber(0, 90),
  /** D-02: length of a consent offered first on the form. */
  consentMonths: wholeNumber(1, 12),
  /** D-12: clocks of a referral, in business days after sending. */
  referralReminderBusinessDays: wholeNumber(1, 30),
  referralCoordinatorReminderBusinessDays: wholeNumber(1, 30),
  referralExpiryBusinessDays: wholeNumber(1, 60),
  /** D-12: in days. */
  waitingListReviewDays: wholeNumber(1, 180),
  firstFollowUpDays: wholeNumber(1, 365),
  secondFollowUpDays: wholeNumber(1, 365),
  /** D-16: freshness of public items, in days. */
  verificationDays: wholeNumber(30, 365),
  verificationReminderDays: wholeNumber(1, 90),
  unlistAfterOverdueDays: wholeNumber(0, 180),
  /** D-17: counts below this leave the municipality only as 「n未満」. */
  smallNumberLimit: wholeNumber(3, 20),
  /** C-12: who may join an area platform, and in which roles it is run. */
  platformMemberTypes: someOf(memberTypes),
  platformOperatorRoles: someOf(operatorRoles),
  /** D-19: whole years for which records are kept, from the fiscal year after their end (`retentionEndOf`). */
  caseRetentionYears: wholeNumber(1, 30),
  referralRetentionYears: wholeNumber(1, 30),
  meetingRetentionYears: wholeNumber(1, 30),
  /** D-34: a city may shorten the idle limits, never lengthen them. */
  staffIdleMinutes: wholeNumber(5, 15),
  partnerIdleMinutes: wholeNumber(5, 30),
  /** d7: minutes after which an act that discloses asks again who one is; shorter, never longer. */
  stepUpMinutes: wholeNumber(1, stepUpMinutesAtMost),
  /** ASVS 6.3.3: whether staff, or partners, must have a second factor. */
  staffSecondFactor: choice(["optional", "required"]),
  partnerSecondFactor: choice(["optional", "required"]),
} as const;

export type SettingKey = keyof typeof settingSchemas;
export type SettingValues = { readonly [Key in SettingKey]: z.output<(typeof settingSchemas)[Key]> };

export const settingKeys = [
  "participationGate",
  "outreachPlanJudgedBy",
  "packetAccessDaysAfterConclusion",
  "consentMonths",
  "referralReminderBusinessDays",
  "referralCoordinatorReminderBusinessDays",
  "referralExpiryBusinessDays",
  "waitingListReviewDays",
  "firstFollowUpDays",
  "secondFollowUpDays",
  "verificationDays",
  "verificationReminderDays",
  "unlistAfterOverdueDays",
  "smallNumberLimit",
  "platformMemberTypes",
  "platformOperatorRoles",
  "caseRetentionYears",
  "referralRetentionYears",
  "meetingRetentionYears",
  "staffIdleMinutes",
  "partnerIdleMinutes",
  "stepUpMinutes",
  "staffSecondFactor",
  "partnerSecondFactor",
] as const satisfies readonly SettingKey[];

export const settingDefaults: SettingValues = {
  participationGate: "meetingDecision",
  outreachPlanJudgedBy: "confidential",
  packetAccessDaysAfterConclusion: 30,
  consentMonths: 12,
  referralReminderBusinessDays: 2,
  referralCoordinatorReminderBusinessDays: 5,
  referralExpiryBusinessDays: 14,
  waitingListReviewDays: 30,
  firstFollowUpDays: 30,
  secondFollowUpDays: 90,
  verificationDays: 180,
  verificationReminderDays: 30,
  unlistAfterOverdueDays: 60,
  smallNumberLimit: 5,
  platformMemberTypes: [...memberTypes],
  platformOperatorRoles: [...operatorRoles],
  caseRetentionYears: 5,
  referralRetentionYears: 5,
  meetingRetentionYears: 5,
  staffIdleMinutes: 15,
  partnerIdleMinutes: 30,
  stepUpMinutes: stepUpMinutesAtMost,
  staffSecondFactor: "optional",
  partnerSecondFactor: "optional",
};

const StoredSettings = z.looseObject(settingSchemas).partial();

/**
 * The settings of a city from its stored rows, defaults where none is stored. Throws where a stored value is not
 * allowed: a setting that cannot be read must not silently mean the default.
 */
export const settingsFrom = (rows: readonly { readonly key: string; readonly value: unknown }[]): SettingValues => {
  const stored = StoredSettings.parse(Object.fromEntries(rows.map((row) => [row.key, row.value])));
  const given = Object.fromEntries(
    settingKeys.flatMap((key) => (stored[key] === undefined ? [] : [[key, stored[key]]])),
  );
  return { ...settingDefaults, ...given };
};

/** Pairs of clocks that must follow each other: the earlier one, the later one. */
export const orderedSettings = [
  ["referralReminderBusinessDays", "referralCoordinatorReminderBusinessDays"],
  ["referralCoordinatorReminderBusinessDays", "referralExpiryBusinessDays"],
  ["firstFollowUpDays", "secondFollowUpDays"],
] as const satisfies readonly (readonly [SettingKey, SettingKey])[];

/** Whether the clocks stand in the order in which they strike. */
export const isInOrder = (values: SettingValues): boolean =>
  orderedSettings.every(([earlier, later]) => values[earlier] < values[later]);
