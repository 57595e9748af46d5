import { z } from "zod";
import { CaseId, PersonId } from "../case/index.ts";
import {
  DateField,
  type Id,
  OptionalDateField,
  Page,
  Version,
  choice,
  command,
  idOf,
  input,
  line,
  optionalParagraph,
  paragraph,
} from "../kernel/index.ts";
import { referencedPacketFieldNames } from "./packet.ts";
import {
  ReferralId,
  contactWays,
  declineReasons,
  endedReferralStatuses,
  givenWithdrawReasons,
  notHelpedReasons,
  openReferralStatuses,
  outcomeCodes,
  personAnswers,
  referralPurposes,
  referralStatuses,
} from "./referral.ts";

const one = { referralId: ReferralId };
const locked = { ...one, version: Version };

/** An id that may be left open; the empty string of a select means "not chosen". */
const optionalId = <Name extends string>(name: Name) =>
  z
    .union([z.literal("").transform(() => null), z.null(), idOf(name)])
    .optional()
    .transform((value): Id<Name> | null => value ?? null);
const optionalChoice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z
    .union([z.literal("").transform(() => null), z.null(), choice(values)], { error: "not_a_choice" })
    .optional()
    .transform((value): Values[number] | null => value ?? null);

/** «Other» needs words: a code nobody explained cannot be counted for planning. */
const reasonText = <Shape extends { reasonCode: string; reasonText: string | null }>(value: Shape): boolean =>
  value.reasonCode !== "other" || value.reasonText !== null;
const reasonTextMissing = { path: ["reasonText"], error: "required" };

/** Begins a draft; `parentId` names the ended referral it follows (re-referral). */
export const CreateReferralDraft = command({
  caseId: CaseId,
  personId: PersonId,
  activityId: idOf("activity"),
  consentGrantId: optionalId("consentGrant"),
  parentId: optionalId("referral"),
});
export type CreateReferralDraft = z.output<typeof CreateReferralDraft>;

/** The fields chosen by hand; text is written for this packet, the person's own fields are named, not copied. */
export const PacketInput = input({
  wishes: optionalParagraph(1000),
  needs: optionalParagraph(1000),
  times: optionalParagraph(500),
  staffContact: optionalParagraph(300),
  cautions: optionalParagraph(1000),
  living: optionalParagraph(1000),
  household: optionalParagraph(1000),
  health: optionalParagraph(1000),
  areaId: optionalId("area"),
  personFields: z
    .array(choice(referencedPacketFieldNames), { error: "invalid" })
    .max(referencedPacketFieldNames.length, { error: "too_long" })
    .default([])
    .transform((fields) => [...new Set(fields)]),
});
export type PacketInput = z.output<typeof PacketInput>;

export const UpdateReferralDraft = command({
  ...locked,
  consentGrantId: optionalId("consentGrant"),
  purpose: optionalChoice(referralPurposes),
  contactWay: optionalChoice(contactWays),
  dueOn: OptionalDateField,
  packet: PacketInput,
});
export type UpdateReferralDraft = z.output<typeof UpdateReferralDraft>;
export type UpdateReferralDraftForm = z.input<typeof UpdateReferralDraft>;

export const SendReferral = command(locked);
export type SendReferral = z.output<typeof SendReferral>;

export const AcceptReferral = command({ ...locked, contactPersonName: line(80), firstStepOn: DateField });
export type AcceptReferral = z.output<typeof AcceptReferral>;

export const DeclineReferral = command({
  ...locked,
  reasonCode: choice(declineReasons),
  reasonText: optionalParagraph(1000),
}).refine(reasonText, reasonTextMissing);
export type DeclineReferral = z.output<typeof DeclineReferral>;

/** No date means «unknown». */
export const WaitlistReferral = command({ ...locked, expectedOn: OptionalDateField });
export type WaitlistReferral = z.output<typeof WaitlistReferral>;

export const UnacceptReferral = command({ ...locked, note: paragraph(1000) });
export type UnacceptReferral = z.output<typeof UnacceptReferral>;

export const StartReferral = command({ ...locked, firstContactOn: DateField });
export type StartReferral = z.output<typeof StartReferral>;

export const CompleteReferral = command({
  ...locked,
  outcomeCode: choice(outcomeCodes),
  serviceGiven: paragraph(2000),
  shareBack: optionalParagraph(2000),
});
export type CompleteReferral = z.output<typeof CompleteReferral>;

export const MarkReferralNotHelped = command({
  ...locked,
  reasonCode: choice(notHelpedReasons),
  reasonText: optionalParagraph(1000),
}).refine(reasonText, reasonTextMissing);
export type MarkReferralNotHelped = z.output<typeof MarkReferralNotHelped>;

export const ReopenReferral = command({ ...locked, note: paragraph(1000) });
export type ReopenReferral = z.output<typeof ReopenReferral>;

export const WithdrawReferral = command({
  ...locked,
  reasonCode: choice(givenWithdrawReasons),
  note: optionalParagraph(1000),
});
export type WithdrawReferral = z.output<typeof WithdrawReferral>;

export const MarkReferralEnteredInError = command({ ...locked, comment: paragraph(1000) });
export type MarkReferralEnteredInError = z.output<typeof MarkReferralEnteredInError>;

/** D-39: questions carry no version, because they change no state. */
export const AskOnReferral = command({ ...one, text: paragraph(1000) });
export type AskOnReferral = z.output<typeof AskOnReferral>;
export const AnswerOnReferral = command({ ...one, text: paragraph(1000) });
export type AnswerOnReferral = z.output<typeof AnswerOnReferral>;

export const MarkReferralSeen = command(one);

export const RecordPersonAnswer = command({ ...locked, answer: choice(personAnswers) });
export type RecordPersonAnswer = z.output<typeof RecordPersonAnswer>;

/** «写しを破棄しました»: after the end, the partner confirms what it did with paper and copies (D-03). */
export const ConfirmReferralDestroyed = command(one);

/** For the worker's jobs alone. */
export const ExpireReferral = command(one);
export const EndReferralConsent = command(one);
export const RemindReferrals = command({});

export const GetReferral = input(one);
export const PreviewReferral = input({
  ...one,
  asStep: z.union([z.literal(1), z.literal(2)], { error: "not_a_choice" }),
});
export type PreviewReferral = z.output<typeof PreviewReferral>;

/** What a clock says of an open referral, for the work list. */
export const referralClockFilters = ["due_soon", "overdue", "review_due", "unseen"] as const;
export type ReferralClockFilter = (typeof referralClockFilters)[number];

/** States a work list shows together; what was entered in error is in neither. */
export const referralStages = ["with_partner", "ended"] as const;
export type ReferralStage = (typeof referralStages)[number];

export const ListReferrals = input({
  status: optionalChoice(referralStatuses),
  stage: optionalChoice(referralStages),
  clock: optionalChoice(referralClockFilters),
  ...Page,
});
export type ListReferrals = z.output<typeof ListReferrals>;
export const ListReferralTargets = input({});
export const ListReferralsForCase = input({ caseId: CaseId });
export const ListReferralInbox = input({ status: optionalChoice(openReferralStatuses), ...Page });
export const ListReferralHistory = input({ status: optionalChoice(endedReferralStatuses), ...Page });
