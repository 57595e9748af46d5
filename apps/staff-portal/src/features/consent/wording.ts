import { consentPurposes, type ConsentPurpose, type ConsentState, type GrantState } from "@tsunagari/domain/consent";
import { consentMessages } from "@tsunagari/messages";
import type { StatusTone } from "@tsunagari/ui";
import type { ConsentGrant, ConsentPerson, OpenReferral } from "./queries.ts";

const stateTones: Readonly<Record<ConsentState, StatusTone>> = {
  notAsked: "quiet",
  asked: "info",
  refused: "neutral",
  given: "success",
  withdrawn: "neutral",
  expired: "warning",
};

export const grantTones: Readonly<Record<GrantState, StatusTone>> = {
  upcoming: "info",
  given: "success",
  withdrawn: "quiet",
  expired: "quiet",
};

/** 「2027年3月31日」: short enough for a badge. */
const dayText = (on: string): string => {
  const [year, month, day] = on.split("-").map(Number);
  return `${year}年${month}月${day}日`;
};

export const isStanding = ({ state }: ConsentGrant): boolean => state === "given" || state === "upcoming";

type PurposeState = { readonly text: string; readonly tone: StatusTone; readonly note: string | null };

/** Where one purpose stands, in words; a consent that holds weighs more than what was asked since. */
export const purposeState = (person: ConsentPerson, purpose: ConsentPurpose): PurposeState => {
  const state = person.states[purpose];
  const standing = person.grants.filter((grant) => grant.purpose === purpose && grant.state === "given");
  const last = standing
    .map(({ lastOn }) => lastOn)
    .toSorted()
    .at(-1);
  if (last === undefined) return { text: consentMessages.states[state], tone: stateTones[state], note: null };
  return {
    text: `${consentMessages.states.given}（${dayText(last)}まで）`,
    tone: stateTones.given,
    note: state === "asked" ? "そのあと、新しい内容を説明し、返事を待っています。" : null,
  };
};

export const personTitle = ({ name }: Pick<ConsentPerson, "name">): string => name ?? "（名前の記録がありません）";

export const recipientNames = ({ purpose, recipients }: ConsentGrant): readonly string[] =>
  purpose === "support" ? ["このケースの担当者"] : recipients.map(({ name }) => name ?? "（名前の記録がありません）");

export const referralText = ({ organizationName, activityTitle }: OpenReferral): string =>
  activityTitle === null ? organizationName : `${organizationName}「${activityTitle}」`;

/** What is nearest to the person first: support, then the circle around it, then those outside. */
export const inOrder = <Grant extends { readonly purpose: ConsentPurpose }>(
  grants: readonly Grant[],
): readonly Grant[] =>
  grants.toSorted((one, other) => consentPurposes.indexOf(one.purpose) - consentPurposes.indexOf(other.purpose));
