import { isCivilDate } from "@tsunagari/domain/kernel";
import {
  labelKeys,
  programs,
  settingKeys,
  cityModules,
  cityPageKinds,
  type ChangeField,
  type ChangeValue,
} from "@tsunagari/domain/municipality";
import { cityPageMessages, labelText, municipalityMessages, structureMessages } from "@tsunagari/messages";
import { eraDateText } from "@tsunagari/portal";
import { fiscalYearText, lastDayText } from "./dated-text.ts";
import type { Change } from "./queries.ts";
import { valueText } from "./setting-text.ts";

type Words = Readonly<Record<string, string>>;

const wordsOf: Readonly<Partial<Record<ChangeField, Words>>> = {
  status: structureMessages.programStatuses,
  modes: structureMessages.deliveryModes,
  legalBasis: structureMessages.legalBases,
  host: structureMessages.bodyHosts,
  frequency: structureMessages.frequencyKinds,
  reviewFrequency: structureMessages.frequencyKinds,
  side: structureMessages.memberSides,
  tier: structureMessages.memberTiers,
  kind: municipalityMessages.departmentKinds,
  wording: { program: "はじめの文" },
};

const find = <Value extends string>(values: readonly Value[], text: string): Value | undefined =>
  values.find((value) => value === text);

/** What the line is about, in the words of the screens; a name is kept as it was on the day. */
export const subjectText = ({ kind, subject }: Pick<Change, "kind" | "subject">): string => {
  const setting = kind === "setting" ? find(settingKeys, subject) : undefined;
  if (setting !== undefined) return municipalityMessages.settings[setting];
  const label = kind === "label" ? find(labelKeys, subject) : undefined;
  if (label !== undefined) return labelText(label);
  const program = kind === "program" ? find(programs, subject) : undefined;
  if (program !== undefined) return labelText(`program.${program}`);
  const module = kind === "module" ? find(cityModules, subject) : undefined;
  if (module !== undefined) return structureMessages.modules[module];
  const page = kind === "page" ? find(cityPageKinds, subject) : undefined;
  return page === undefined ? subject : cityPageMessages.titles[page];
};

const numberText = (field: ChangeField, value: number): string => {
  if (field === "fromFiscalYear" || field === "toFiscalYear") return fiscalYearText(value);
  if (field === "wording") return `市の文（第${String(value)}版）`;
  if (field === "edition") return `第${String(value)}期`;
  return field === "tier" ? `第${String(value)}層` : String(value);
};

const textText = (field: ChangeField, value: string): string => {
  if (!isCivilDate(value)) return wordsOf[field]?.[value] ?? value;
  // Stored is the first day without it; people are told the last day with it (D-34).
  return field === "untilOn" ? lastDayText(value) : eraDateText(value);
};

const switchText = (field: ChangeField, value: boolean): string => {
  if (field === "isOn") return value ? structureMessages.moduleStates.on : structureMessages.moduleStates.off;
  return value ? "はい" : "いいえ";
};

/** A value of the history as people read it. */
export const changeValueText = (
  { kind, subject }: Pick<Change, "kind" | "subject">,
  field: ChangeField,
  value: ChangeValue,
): string => {
  if (value === null) return "なし";
  const setting = kind === "setting" && field === "value" ? find(settingKeys, subject) : undefined;
  if (setting !== undefined && typeof value !== "boolean") return valueText(setting, value);
  if (typeof value === "boolean") return switchText(field, value);
  if (typeof value === "number") return numberText(field, value);
  if (typeof value === "string") return textText(field, value);
  return value.length === 0 ? "なし" : value.map((one) => textText(field, one)).join("、");
};
