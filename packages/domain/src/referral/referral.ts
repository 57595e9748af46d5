import type { Id } from "../kernel/index.ts";
import { idOf } from "../kernel/index.ts";

export type ReferralId = Id<"referral">;
export const ReferralId = idOf("referral");

/** States of a consented hand-over to a partner. «Seen» is a time stamp, not a state. */
export const referralStatuses = [
  "draft",
  "sent",
  "accepted",
  "waitlisted",
  "in_progress",
  "completed",
  "not_helped",
  "declined",
  "withdrawn",
  "expired",
  "entered_in_error",
] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

/** Open states: with the partner and not ended. No row may be in one of them without a live consent. */
export const openReferralStatuses = [
  "sent",
  "accepted",
  "waitlisted",
  "in_progress",
] as const satisfies readonly ReferralStatus[];
export type OpenReferralStatus = (typeof openReferralStatuses)[number];

export const endedReferralStatuses = [
  "completed",
  "not_helped",
  "declined",
  "withdrawn",
  "expired",
  "entered_in_error",
] as const satisfies readonly ReferralStatus[];
export type EndedReferralStatus = (typeof endedReferralStatuses)[number];

/** States that hold one place of the activity's capacity, where one is stated (D-30). */
export const placeHoldingStatuses = ["accepted", "in_progress"] as const satisfies readonly ReferralStatus[];

/** Whether a referral is under way: sent, and not at an end. */
export const isOpenReferral = (status: ReferralStatus): status is OpenReferralStatus =>
  openReferralStatuses.some((open) => open === status);

/** Whether a referral is at an end, however it ended. */
export const isEndedReferral = (status: ReferralStatus): status is EndedReferralStatus =>
  endedReferralStatuses.some((ended) => ended === status);

/** Whether a referral in this state takes one place of the activity's capacity (D-30). */
export const holdsPlace = (status: ReferralStatus): boolean =>
  placeHoldingStatuses.some((holding) => holding === status);

/** What the partner is asked for; tells nothing about who the person is. */
export const referralPurposes = ["participation", "experience", "watching", "livelihood", "other"] as const;
export type ReferralPurpose = (typeof referralPurposes)[number];

/** How the person wishes to be approached for the first time. */
export const contactWays = ["through_staff", "with_staff", "phone", "letter"] as const;
export type ContactWay = (typeof contactWays)[number];

/** Counted for the city's planning, so «other» is the last choice and needs words. */
export const declineReasons = [
  "no_capacity",
  "not_eligible",
  "out_of_area",
  "missing_paper",
  "not_our_field",
  "safety",
  "other",
] as const;
export type DeclineReason = (typeof declineReasons)[number];

export const notHelpedReasons = [
  "could_not_contact",
  "person_declined",
  "not_eligible",
  "no_capacity",
  "other",
] as const;
export type NotHelpedReason = (typeof notHelpedReasons)[number];

export const withdrawReasons = ["by_person", "consent_ended", "sender", "duplicate"] as const;
export type WithdrawReason = (typeof withdrawReasons)[number];
/** Reasons a person of the staff may give; `consent_ended` follows from the consent alone (D-03). */
export const givenWithdrawReasons = ["by_person", "sender", "duplicate"] as const satisfies readonly WithdrawReason[];

/** The one reason of an expiry. */
export const expiryReason = "no_response";

/** Every code `reason_code` may hold, for labels. */
export const endReasons = [
  ...new Set([...declineReasons, ...notHelpedReasons, ...withdrawReasons, expiryReason] as const),
];
export type EndReason = DeclineReason | NotHelpedReason | WithdrawReason | typeof expiryReason;

/** What became of it, as the provider sees it. */
export const outcomeCodes = ["settled", "taking_part", "ended_after_trial", "linked_elsewhere"] as const;
export type OutcomeCode = (typeof outcomeCodes)[number];

/** The person's own answer; a fact beside the provider's outcome that never overwrites it. */
export const personAnswers = ["yes", "partly", "no", "no_answer"] as const;
export type PersonAnswer = (typeof personAnswers)[number];

/** HL7 FHIR `Task.status` of each state, with the reason where several states share one (SDOH Clinical Care). */
export const fhirTaskStatus = {
  draft: { status: "draft", statusReason: null },
  sent: { status: "requested", statusReason: null },
  accepted: { status: "accepted", statusReason: null },
  waitlisted: { status: "on-hold", statusReason: null },
  in_progress: { status: "in-progress", statusReason: null },
  completed: { status: "completed", statusReason: null },
  not_helped: { status: "failed", statusReason: null },
  declined: { status: "rejected", statusReason: null },
  withdrawn: { status: "cancelled", statusReason: null },
  expired: { status: "cancelled", statusReason: "no-response" },
  entered_in_error: { status: "entered-in-error", statusReason: null },
} as const satisfies Record<ReferralStatus, { status: string; statusReason: string | null }>;

/** D-03: of what the other side ended the partner learns that it has ended, not why; its own reasons it keeps. */
export const reasonToldToPartner = (status: ReferralStatus, reason: EndReason | null): EndReason | null =>
  status === "withdrawn" || status === "entered_in_error" ? null : reason;
