import type { Rule, Verdict } from "../kernel/index.ts";
import { allOf, anyOf, canFire, definePolicy, hasRole } from "../kernel/index.ts";
import type { ProgramState } from "../municipality/index.ts";
import type { CaseAccess } from "./access.ts";
import { caseReaderRoles, caseWorkerRoles, readsCase, supervisesCase, worksOnCase } from "./access.ts";
import type { CaseStatus } from "./case.ts";
import type { CaseEvent } from "./machine.ts";
import { caseMachine } from "./machine.ts";

export const caseReasons = [
  "case.not_in_your_care",
  "case.role_missing",
  "case.invalid_state",
  "case.closed",
  "case.erased",
  "case.consent_missing",
  "case.member_agencies_missing",
  "case.member_consent_missing",
  "case.open_referrals",
  "case.supervisor_only",
  "case.unknown_assignee",
  "case.assignee_without_role",
  "case.already_assigned",
  "case.assignment_ended",
  "case.last_assignee",
  "case.main_person_stays",
  "case.member_left",
  "case.member_has_referral",
  "case.already_protected",
  "case.not_protected",
  "case.second_self",
  "case.program_under_study",
  "case.program_preparing",
  "case.program_ended",
] as const;
export type CaseReason = (typeof caseReasons)[number];

const programReasons = {
  underStudy: "case.program_under_study",
  preparing: "case.program_preparing",
  ended: "case.program_ended",
} as const satisfies Record<Exclude<ProgramState, "run">, CaseReason>;

/**
 * 社会福祉法106条の4第2項5号（多機関協働事業）: cases are taken in, and their meetings called, only where it is run (C-03).
 * Apart from the policy, because an entry has no facts: services ask it in the same transaction.
 */
export const multiAgencyVerdict = (state: ProgramState): Verdict<CaseReason> =>
  state === "run" || programReasons[state];

/** What the guards of SM-04 need to know of a person of the household. */
export type MemberFacts = {
  readonly isSelf: boolean;
  readonly isAdult: boolean;
  readonly hasInvolvedAgencies: boolean;
  /** An `informationSharing` grant in force today. */
  readonly hasInformationSharing: boolean;
};
export type CaseFacts = CaseAccess & {
  readonly status: CaseStatus;
  /** Present members of the household, the person of the case among them. */
  readonly members: readonly MemberFacts[];
  readonly openReferralCount: number;
  /** Its keys were destroyed when its retention was over (D-19). */
  readonly isErased: boolean;
};
type CaseRule = Rule<CaseFacts, CaseReason>;

const isOpen: CaseRule = ({ facts }) => facts.status !== "closed" || "case.closed";

const isKept: CaseRule = ({ facts }) => !facts.isErased || "case.erased";

const inState =
  (event: CaseEvent): CaseRule =>
  ({ facts }) =>
    canFire(caseMachine, event, facts.status) || "case.invalid_state";

// SM-04: 多機関協働は「原則、本人同意を得る」; without it the case belongs to the ground of 社会福祉法106条の6.
const personConsented: CaseRule = ({ facts }) =>
  facts.members.some((member) => member.isSelf && member.hasInformationSharing) || "case.consent_missing";

// SM-04: all household members and the agencies that already support them are listed.
const agenciesListed: CaseRule = ({ facts }) =>
  facts.members.every((member) => member.hasInvolvedAgencies) || "case.member_agencies_missing";

// SM-04: other adult members need a consent of their own.
const adultsConsented: CaseRule = ({ facts }) =>
  facts.members.every((member) => member.isSelf || !member.isAdult || member.hasInformationSharing) ||
  "case.member_consent_missing";

const noOpenReferral: CaseRule = ({ facts }) => facts.openReferralCount === 0 || "case.open_referrals";

/** Who may do what with a case (D-23, D-33). */
export const casePolicy = definePolicy<CaseFacts, CaseReason>()(
  "case",
  {
    read: readsCase,
    beginAssessment: allOf<CaseFacts, CaseReason>(worksOnCase, inState("beginAssessment"), personConsented),
    beginPlanning: allOf<CaseFacts, CaseReason>(
      worksOnCase,
      inState("beginPlanning"),
      personConsented,
      agenciesListed,
      adultsConsented,
    ),
    close: allOf<CaseFacts, CaseReason>(worksOnCase, inState("close"), noOpenReferral),
    updatePerson: allOf<CaseFacts, CaseReason>(worksOnCase, isOpen),
    updateIntake: allOf<CaseFacts, CaseReason>(worksOnCase, isOpen),
    addMember: allOf<CaseFacts, CaseReason>(worksOnCase, isOpen),
    removeMember: allOf<CaseFacts, CaseReason>(worksOnCase, isOpen),
    assign: allOf<CaseFacts, CaseReason>(anyOf<CaseFacts, CaseReason>(supervisesCase, worksOnCase), isOpen),
    unassign: anyOf<CaseFacts, CaseReason>(supervisesCase, worksOnCase),
    // D-23: raising is immediate for everyone who reads the case, also after its end; lowering is not.
    protect: allOf<CaseFacts, CaseReason>(readsCase, isKept),
    unprotect: allOf<CaseFacts, CaseReason>(supervisesCase, isKept),
  },
  {
    list: ({ actor }) => (actor.kind === "staff" && hasRole(actor, ...caseReaderRoles)) || "case.role_missing",
    open: ({ actor }) => (actor.kind === "staff" && hasRole(actor, ...caseWorkerRoles)) || "case.role_missing",
  },
);
