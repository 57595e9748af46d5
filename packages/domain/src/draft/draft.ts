import type { CivilDate, Instant } from "../kernel/time.ts";
import type { Portal } from "../identity/index.ts";

/** Days for which a draft is kept after it was last saved (D-31). */
export const draftRetentionDays = 14;

/*
 * The forms that keep what was typed on the server (D-31), by the portal in which they stand. A form with a single choice
 * or one short name keeps none.
 */
const staffForms = [
  "activityReturn",
  "caseAssignment",
  "caseClosing",
  "consentGrant",
  "consentNarrowing",
  "consentRefusal",
  "consentRequest",
  "decisionReversal",
  "householdMember",
  "intake",
  "intakeCorrection",
  "meeting",
  "meetingDecision",
  "memberRemoval",
  "membershipRefusal",
  "organization",
  "organizationName",
  "permissionRevocation",
  "personData",
  "protectionRemoval",
  "referral",
  "referralCorrection",
  "referralPermission",
  "referralWithdrawal",
  "roleAssignment",
  "user",
] as const;
const partnerForms = [
  "membershipRequest",
  "referralAcceptance",
  "referralCompletion",
  "referralRefusal",
  "referralUnaccepting",
  "referralWithoutHelp",
] as const;
const sharedForms = ["activity", "organizationProfile", "place", "referralMessage", "referralReopening"] as const;

export const draftForms = [...staffForms, ...partnerForms, ...sharedForms] as const;
export type DraftForm = (typeof draftForms)[number];

const formsOfPortal: Readonly<Record<Portal, readonly DraftForm[]>> = {
  staff: [...staffForms, ...sharedForms],
  partner: [...partnerForms, ...sharedForms],
};

/** Whether a form stands in a portal: a draft is kept only for someone who can open its form. */
export const isFormOf = (portal: Portal, form: DraftForm): boolean => formsOfPortal[portal].includes(form);

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue };

/** What the form held: the names of its fields and what was typed, however unfinished. */
export type DraftContent = { readonly [field: string]: JsonValue };

/** A draft opens until this instant. */
export const draftExpiresAt = (savedAt: Instant): Instant =>
  new Date(savedAt.getTime() + draftRetentionDays * 24 * 60 * 60 * 1000);

export type Draft = {
  readonly content: DraftContent;
  readonly savedAt: Instant;
  readonly keptUntilOn: CivilDate;
};
