/*
 * All Japanese text that answers a literal of the domain. A reason without a sentence, or an action without a label,
 * does not compile.
 */
import type { Action, FieldCode, Reason } from "@tsunagari/domain";
import { activityMessages } from "./activity.ts";
import { auditMessages } from "./audit.ts";
import { caseMessages } from "./case.ts";
import { consentMessages } from "./consent.ts";
import { draftMessages } from "./draft.ts";
import { identityMessages } from "./identity.ts";
import { kernelMessages } from "./kernel.ts";
import { meetingMessages } from "./meeting.ts";
import { municipalityMessages } from "./municipality.ts";
import { noticeMessages } from "./notice.ts";
import { organizationMessages } from "./organization.ts";
import { platformMessages } from "./platform.ts";
import { referralMessages } from "./referral.ts";

const reasons: Readonly<Record<Reason, string>> = {
  ...kernelMessages.reasons,
  ...municipalityMessages.reasons,
  ...identityMessages.reasons,
  ...organizationMessages.reasons,
  ...activityMessages.reasons,
  ...platformMessages.reasons,
  ...caseMessages.reasons,
  ...consentMessages.reasons,
  ...meetingMessages.reasons,
  ...referralMessages.reasons,
  ...noticeMessages.reasons,
  ...auditMessages.reasons,
  ...draftMessages.reasons,
};

type Prefixed<Module extends string, Labels> = { [Verb in keyof Labels & string as `${Module}.${Verb}`]: string };

const prefixed = <const Module extends string, Labels extends Readonly<Record<string, string>>>(
  module: Module,
  labels: Labels,
) =>
  // The runtime fact: every key is written with the module's name before it.
  Object.fromEntries(Object.entries(labels).map(([verb, text]) => [`${module}.${verb}`, text])) as Prefixed<
    Module,
    Labels
  >;

const actions: Readonly<Record<Action, string>> = {
  ...prefixed("municipality", municipalityMessages.actions),
  ...prefixed("identity", identityMessages.actions),
  ...prefixed("organization", organizationMessages.actions),
  ...prefixed("activity", activityMessages.actions),
  ...prefixed("platform", platformMessages.actions),
  ...prefixed("case", caseMessages.actions),
  ...prefixed("consent", consentMessages.actions),
  ...prefixed("meeting", meetingMessages.actions),
  ...prefixed("referral", referralMessages.actions),
  ...prefixed("notice", noticeMessages.actions),
  ...prefixed("audit", auditMessages.actions),
  ...prefixed("draft", draftMessages.actions),
};

const lookUp = (table: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** The sentence for a reason as it comes over the wire; a reason nobody knows gets the sentence for a failure. */
export const reasonText = (reason: string): string =>
  lookUp(reasons, reason) ?? kernelMessages.reasons["kernel.internal"];

/** What an action is called, for buttons and the access log; an action of an older release keeps its code. */
export const actionLabel = (action: string): string => lookUp(actions, action) ?? action;

/** The sentence for a field's rule that was broken. */
export const fieldText = (code: FieldCode | (string & {})): string =>
  lookUp(kernelMessages.fields, code) ?? kernelMessages.fields.invalid;

export { cityFileErrorText } from "./city-file.ts";
export { labelText } from "./municipality.ts";
export { frequencyText, programStateText, structureMessages } from "./municipality-structure.ts";
export {
  activityMessages,
  auditMessages,
  caseMessages,
  consentMessages,
  draftMessages,
  identityMessages,
  kernelMessages,
  meetingMessages,
  municipalityMessages,
  noticeMessages,
  organizationMessages,
  platformMessages,
  referralMessages,
};
