import { settingDefaults, type SettingKey } from "@tsunagari/domain/municipality";
import { municipalityMessages, platformMessages, structureMessages } from "@tsunagari/messages";

const { settingChoices, settingUnits } = municipalityMessages;

type Choice = keyof typeof settingChoices;

/** The values of settings that are chosen, not counted. */
export const choicesOf: Readonly<Partial<Record<SettingKey, readonly Choice[]>>> = {
  participationGate: ["meetingDecision", "none"],
  outreachPlanJudgedBy: ["confidential", "consented"],
  staffSecondFactor: ["optional", "required"],
  partnerSecondFactor: ["optional", "required"],
};

const isChoice = (value: string | number): value is Choice => Object.hasOwn(settingChoices, value);

/** The words of the settings that hold several values of a closed list. */
export const manyOf: Readonly<Partial<Record<SettingKey, Readonly<Record<string, string>>>>> = {
  platformMemberTypes: structureMessages.memberTypes,
  platformOperatorRoles: platformMessages.operatorRoles,
};

export type SettingValue = string | number | readonly string[];

const units: Readonly<Partial<Record<SettingKey, string>>> = settingUnits;

export const unitOf = (key: SettingKey): string => units[key] ?? "";

/** A value as people read it: 「14営業日後」, or the words of the choice. */
export const valueText = (key: SettingKey, value: SettingValue): string => {
  if (typeof value === "object") return value.map((one) => manyOf[key]?.[one] ?? one).join("、");
  return isChoice(value) ? settingChoices[value] : `${value}${unitOf(key)}`;
};

export const defaultText = (key: SettingKey): string => valueText(key, settingDefaults[key]);

type SettingGroup = { readonly title: string; readonly keys: readonly SettingKey[] };

/** The settings in the order and under the headings in which they are read. */
export const ruleGroups: readonly SettingGroup[] = [
  { title: "会議と参加支援", keys: ["participationGate", "outreachPlanJudgedBy"] },
  { title: "同意と、相手に見せる期間", keys: ["consentMonths", "packetAccessDaysAfterConclusion"] },
  {
    title: "つなぎの期限とお知らせ",
    keys: [
      "referralReminderBusinessDays",
      "referralCoordinatorReminderBusinessDays",
      "referralExpiryBusinessDays",
      "waitingListReviewDays",
      "firstFollowUpDays",
      "secondFollowUpDays",
    ],
  },
  {
    title: "活動の掲載",
    keys: ["verificationDays", "verificationReminderDays", "unlistAfterOverdueDays"],
  },
  { title: "プラットフォーム", keys: ["platformMemberTypes", "platformOperatorRoles"] },
  {
    title: "記録を残す年数",
    keys: ["caseRetentionYears", "referralRetentionYears", "meetingRetentionYears"],
  },
  { title: "外に出す数字", keys: ["smallNumberLimit"] },
];

/** Settings of who gets in and for how long. */
export const securityGroups: readonly SettingGroup[] = [
  { title: "サインインと本人確認", keys: ["staffSecondFactor", "partnerSecondFactor", "stepUpMinutes"] },
  { title: "自動のサインアウト", keys: ["staffIdleMinutes", "partnerIdleMinutes"] },
];
