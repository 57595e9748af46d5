import type { CaseAccess } from "../case/index.ts";
import { canReadCase, isAssigned, isSupervisorOf } from "../case/index.ts";
import type { Actor, CivilDate, OrganizationId, RoleCode, Rule } from "../kernel/index.ts";
import { allOf, anyOf, canFire, definePolicy, hasRole } from "../kernel/index.ts";
import type { ProgramState } from "../municipality/index.ts";
import { isPastDue, isReopenable } from "./clock.ts";
import type { ReferralEvent } from "./machine.ts";
import { referralMachine } from "./machine.ts";
import type { PacketVerdict } from "./packet.ts";
import type { ReferralStatus } from "./referral.ts";
import { isEndedReferral, isOpenReferral } from "./referral.ts";

export const referralReasons = [
  "referral.invalid_state",
  "referral.not_in_your_care",
  "referral.role_missing",
  "referral.receiver_role_missing",
  "referral.supervisor_only",
  "referral.clock_only",
  "referral.case_closed",
  "referral.erased",
  "referral.consent_not_chosen",
  "referral.consent_other_recipient",
  "referral.consent_ended",
  "referral.field_not_consented",
  "referral.protected_person",
  "referral.packet_incomplete",
  "referral.text_names_person",
  "referral.area_not_disclosable",
  "referral.unknown_field",
  "referral.purpose_missing",
  "referral.permission_ended",
  "referral.activity_not_accepting",
  "referral.gate_not_passed",
  "referral.open_twin",
  "referral.open_successor",
  "referral.parent_still_open",
  "referral.other_person",
  "referral.no_place_left",
  "referral.due_on_out_of_range",
  "referral.date_out_of_range",
  "referral.already_started",
  "referral.reopen_too_late",
  "referral.not_due",
  "referral.not_answerable_yet",
  "referral.program_under_study",
  "referral.program_preparing",
  "referral.program_ended",
] as const;
export type ReferralReason = (typeof referralReasons)[number];

/** How the named grant stands today; a partner's side only ever learns `in_force` or `ended`. */
export type ConsentGround = "not_chosen" | "other_recipient" | "ended" | "in_force";

/** What only the sending side can know; a partner's side has none of it. */
export type SenderFacts = CaseAccess & {
  readonly isCaseOpen: boolean;
  /** The case's keys were destroyed when its retention was over (D-19). */
  readonly isErased: boolean;
  /** How 参加支援事業 stands in the city today (C-03). */
  readonly participationSupport: ProgramState;
  /** The activity is published and accepts referrals. */
  readonly isActivityAccepting: boolean;
  /** D-05: a decision of a consented meeting is in force, or the city asks for none. */
  readonly isGatePassed: boolean;
  /** Another open referral of the same person to the same activity. */
  readonly hasOpenTwin: boolean;
  /** A referral later in the same chain that is a draft or open. */
  readonly hasOpenSuccessor: boolean;
  /** Purpose and way of contact are stated. */
  readonly isPurposeStated: boolean;
  readonly isPacketComplete: boolean;
  /** The first refusal among the chosen fields. */
  readonly packetVerdict: PacketVerdict;
};

export type ReferralFacts = {
  readonly status: ReferralStatus;
  readonly organizationId: OrganizationId;
  /** A draft, and a draft that was withdrawn, was never with the partner. */
  readonly wasSent: boolean;
  readonly dueOn: CivilDate | null;
  readonly endedOn: CivilDate | null;
  readonly hadFirstContact: boolean;
  readonly consent: ConsentGround;
  /** D-14, of the receiving organization. */
  readonly isPermissionInForce: boolean;
  readonly sender: SenderFacts | null;
};
type ReferralRule = Rule<ReferralFacts, ReferralReason>;

/** Roles that write and send a referral; the community coordinator assists with drafts where assigned. */
const senderRoles = ["caseCoordinator", "outreachWorker"] as const satisfies readonly RoleCode[];
const drafterRoles = [...senderRoles, "communityCoordinator"] as const satisfies readonly RoleCode[];

/** D-21: the role counts in the organization it was given for, nowhere else. */
export const isReceiverOf = (actor: Actor, organizationId: OrganizationId): boolean =>
  actor.kind === "partner" &&
  actor.organizationId === organizationId &&
  actor.roles.some(
    (role) =>
      role.code === "referralReceiver" &&
      role.scopeKind === "organization" &&
      role.scopeId?.valueOf() === organizationId.valueOf(),
  );

const readsAsSender: ReferralRule = ({ actor, facts }) =>
  (facts.sender !== null && canReadCase(actor, facts.sender)) || "referral.not_in_your_care";

// Trap 4.4-1: a draft does not exist for the partner, not even once it has been withdrawn.
const readsAsReceiver: ReferralRule = ({ actor, facts }) =>
  (facts.wasSent && isReceiverOf(actor, facts.organizationId)) || "referral.receiver_role_missing";

const isWorker: ReferralRule = ({ actor }) => actor.kind === "worker" || "referral.clock_only";

const isOnCaseWith =
  (roles: readonly RoleCode[]): ReferralRule =>
  ({ actor, facts }) => {
    if (facts.sender === null || !isAssigned(actor, facts.sender)) return "referral.not_in_your_care";
    return hasRole(actor, ...roles) || "referral.role_missing";
  };
const sends = isOnCaseWith(senderRoles);
const drafts = isOnCaseWith(drafterRoles);

/** Each side is refused by what it lacks itself. */
const sendsOrReceives: ReferralRule = (question) =>
  question.actor.kind === "partner" ? readsAsReceiver(question) : sends(question);

const supervises: ReferralRule = ({ actor, facts }) =>
  (facts.sender !== null && isSupervisorOf(actor, facts.sender)) || "referral.supervisor_only";

const inState =
  (event: ReferralEvent): ReferralRule =>
  ({ facts }) =>
    canFire(referralMachine, event, facts.status) || "referral.invalid_state";

const isDraft: ReferralRule = ({ facts }) => facts.status === "draft" || "referral.invalid_state";
const isOpen: ReferralRule = ({ facts }) => isOpenReferral(facts.status) || "referral.invalid_state";
const isEnded: ReferralRule = ({ facts }) => isEndedReferral(facts.status) || "referral.invalid_state";

// D-02, D-03: purpose, recipient and date of the grant, again in the same transaction as the disclosure.
const consentInForce: ReferralRule = ({ facts }) => {
  switch (facts.consent) {
    case "not_chosen":
      return "referral.consent_not_chosen";
    case "other_recipient":
      return "referral.consent_other_recipient";
    case "ended":
      return "referral.consent_ended";
    case "in_force":
      return true;
  }
};

// D-14: receiving is a dated permission of its own, apart from registration and platform membership.
const permissionInForce: ReferralRule = ({ facts }) => facts.isPermissionInForce || "referral.permission_ended";

const bySender =
  (reason: ReferralReason, holds: (sender: SenderFacts) => boolean): ReferralRule =>
  ({ facts }) =>
    (facts.sender !== null && holds(facts.sender)) || reason;

const caseOpen = bySender("referral.case_closed", (sender) => sender.isCaseOpen);
const isKept = bySender("referral.erased", (sender) => !sender.isErased);
const activityAccepting = bySender("referral.activity_not_accepting", (sender) => sender.isActivityAccepting);
const programReasons = {
  underStudy: "referral.program_under_study",
  preparing: "referral.program_preparing",
  ended: "referral.program_ended",
} as const satisfies Record<Exclude<ProgramState, "run">, ReferralReason>;
// 社会福祉法106条の4第2項2号（参加支援事業）: what a city does not run is not offered (C-03).
const programRun: ReferralRule = ({ facts }) => {
  if (facts.sender === null) return "referral.not_in_your_care";
  const { participationSupport: state } = facts.sender;
  return state === "run" || programReasons[state];
};
// 002 L378（春日井市）: 参加支援は重層的支援会議で必要と判断された人に行う
const gatePassed = bySender("referral.gate_not_passed", (sender) => sender.isGatePassed);
const noOpenTwin = bySender("referral.open_twin", (sender) => !sender.hasOpenTwin);
const purposeStated = bySender("referral.purpose_missing", (sender) => sender.isPurposeStated);
const packetComplete = bySender("referral.packet_incomplete", (sender) => sender.isPacketComplete);
const packetConsented: ReferralRule = ({ facts }) => facts.sender?.packetVerdict ?? "referral.not_in_your_care";

/** A chain has one open leaf; on the partner's side the database's unique index says so. */
const noOpenSuccessor: ReferralRule = ({ facts }) =>
  facts.sender === null || !facts.sender.hasOpenSuccessor || "referral.open_successor";

const beforeFirstContact: ReferralRule = ({ facts }) => !facts.hadFirstContact || "referral.already_started";

const withinReopening: ReferralRule = ({ facts, today }) =>
  (facts.endedOn !== null && isReopenable(facts.endedOn, today)) || "referral.reopen_too_late";

const pastDue: ReferralRule = ({ facts, today }) =>
  (facts.dueOn !== null && isPastDue(facts.dueOn, today)) || "referral.not_due";

const consentEnded: ReferralRule = ({ facts }) => facts.consent !== "in_force" || "referral.not_due";

/** The person is asked once help has been given, or was tried. */
const personMayBeAsked: ReferralRule = ({ facts }) =>
  facts.status === "completed" || facts.status === "not_helped" || "referral.not_answerable_yet";

const all = allOf<ReferralFacts, ReferralReason>;
const any = anyOf<ReferralFacts, ReferralReason>;

const staffEntry = ({ actor }: { readonly actor: Actor }) =>
  (actor.kind === "staff" && hasRole(actor, ...drafterRoles, "consultationAgent", "sectionOfficer", "supervisor")) ||
  "referral.role_missing";
const receiverEntry = ({ actor }: { readonly actor: Actor }) =>
  (actor.kind === "partner" && actor.organizationId !== null && isReceiverOf(actor, actor.organizationId)) ||
  "referral.receiver_role_missing";

const workerEntry = ({ actor }: { readonly actor: Actor }) => actor.kind === "worker" || "referral.clock_only";

/** Who may do what with a referral. */
export const referralPolicy = definePolicy<ReferralFacts, ReferralReason>()(
  "referral",
  {
    read: any(readsAsSender, isWorker, readsAsReceiver),
    createDraft: all(drafts, programRun, caseOpen),
    updateDraft: all(drafts, isDraft, caseOpen),
    preview: all(readsAsSender, isKept),
    send: all(
      sends,
      inState("send"),
      programRun,
      caseOpen,
      gatePassed,
      consentInForce,
      permissionInForce,
      activityAccepting,
      noOpenTwin,
      purposeStated,
      packetComplete,
      packetConsented,
    ),
    accept: all(readsAsReceiver, inState("accept"), consentInForce, permissionInForce),
    decline: all(readsAsReceiver, inState("decline")),
    waitlist: all(readsAsReceiver, inState("waitlist"), consentInForce, permissionInForce),
    unaccept: all(readsAsReceiver, inState("unaccept"), beforeFirstContact, consentInForce),
    start: all(readsAsReceiver, inState("start"), consentInForce),
    complete: all(readsAsReceiver, inState("complete"), consentInForce),
    markNotHelped: all(readsAsReceiver, inState("markNotHelped")),
    reopen: all(sendsOrReceives, inState("reopen"), withinReopening, consentInForce, noOpenSuccessor),
    withdraw: all(any(sends, supervises), inState("withdraw")),
    markEnteredInError: all(supervises, inState("markEnteredInError"), isKept),
    ask: all(readsAsReceiver, isOpen, consentInForce),
    answer: all(drafts, isOpen, consentInForce),
    markSeen: all(readsAsReceiver, isOpen),
    recordPersonAnswer: all(sends, personMayBeAsked, isKept),
    confirmDestroyed: all(readsAsReceiver, isEnded),
    expire: all(isWorker, inState("expire"), pastDue),
    endConsent: all(isWorker, inState("endConsent"), consentEnded),
  },
  {
    listForStaff: staffEntry,
    listForCase: staffEntry,
    listTargets: staffEntry,
    listInbox: receiverEntry,
    listHistory: receiverEntry,
    remindUnanswered: workerEntry,
    remindWaitlistReview: workerEntry,
    remindFollowUp: workerEntry,
  },
);
