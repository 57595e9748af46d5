import type { CaseAccess, CaseReason } from "../case/index.ts";
import { caseReaderRoles, readsCase, worksOnCase } from "../case/index.ts";
import type { MunicipalityId, Rule } from "../kernel/index.ts";
import { allOf, canFire, definePolicy, hasRole } from "../kernel/index.ts";
import { meetingMachine } from "./machine.ts";
import type { MeetingEvent } from "./machine.ts";
import type { LegalBasis, MeetingStatus } from "./meeting.ts";

export const meetingReasons = [
  "meeting.other_city",
  "meeting.role_missing",
  "meeting.not_consented_kind",
  "meeting.invalid_state",
  "meeting.not_yet",
  "meeting.in_the_past",
  "meeting.no_agenda",
  "meeting.consent_missing",
  "meeting.already_on_agenda",
  "meeting.unknown_member",
  "meeting.case_closed",
  "meeting.person_left",
  "meeting.not_held",
  "meeting.already_decided",
  "meeting.already_reversed",
  "meeting.other_topic",
  "meeting.unknown_body",
  "meeting.body_of_other_kind",
  "meeting.no_body",
] as const;
export type MeetingReason = (typeof meetingReasons)[number];

/** What an act on an agenda item or its decision needs to know besides the meeting. */
export type ItemFacts = CaseAccess & {
  readonly isCaseClosed: boolean;
  /** Its keys were destroyed when its retention was over (D-19). */
  readonly isErased: boolean;
  readonly isMember: boolean;
  /** Whether a consent in force on the meeting's day names every member (D-38). */
  readonly isCovered: boolean;
};
export type MeetingFacts = {
  readonly municipalityId: MunicipalityId;
  readonly legalBasis: LegalBasis;
  readonly status: MeetingStatus;
  readonly hasBegun: boolean;
  readonly agendaItemCount: number;
  /** Items of the whole agenda, also of cases the actor may not read, that lack a consent for a member (D-38). */
  readonly uncoveredItemCount: number;
  /** The item the act is about; null for acts on the meeting itself. */
  readonly item: ItemFacts | null;
};
type AnyReason = MeetingReason | CaseReason;
type MeetingRule = Rule<MeetingFacts, AnyReason>;

const ofTheCity: MeetingRule = ({ actor, facts }) =>
  actor.municipalityId === facts.municipalityId || "meeting.other_city";

const readsMeetings: Rule<unknown, "meeting.role_missing"> = ({ actor }) =>
  (actor.kind === "staff" && hasRole(actor, ...caseReaderRoles)) || "meeting.role_missing";

const convenes: Rule<unknown, "meeting.role_missing"> = ({ actor }) =>
  (actor.kind === "staff" && hasRole(actor, "caseCoordinator")) || "meeting.role_missing";

// 社会福祉法106条の6: such a meeting has its own fence and its own commands; none of these runs on it (D-01).
const isConsentedKind: MeetingRule = ({ facts }) => facts.legalBasis === "consented" || "meeting.not_consented_kind";

const inState =
  (event: MeetingEvent): MeetingRule =>
  ({ facts }) =>
    canFire(meetingMachine, event, facts.status) || "meeting.invalid_state";

const hasBegun: MeetingRule = ({ facts }) => facts.hasBegun || "meeting.not_yet";
const isHeld: MeetingRule = ({ facts }) => facts.status === "held" || "meeting.not_held";
const hasAgenda: MeetingRule = ({ facts }) => facts.agendaItemCount > 0 || "meeting.no_agenda";
const agendaCovered: MeetingRule = ({ facts }) => facts.uncoveredItemCount === 0 || "meeting.consent_missing";

const onItem =
  (rule: Rule<ItemFacts, AnyReason>): MeetingRule =>
  ({ facts, ...question }) =>
    facts.item === null ? "case.not_in_your_care" : rule({ ...question, facts: facts.item });

const caseIsOpen: Rule<ItemFacts, MeetingReason> = ({ facts }) => {
  if (facts.isCaseClosed) return "meeting.case_closed";
  return facts.isMember || "meeting.person_left";
};
const isKept: Rule<ItemFacts, CaseReason> = ({ facts }) => !facts.isErased || "case.erased";
const itemCovered: Rule<ItemFacts, MeetingReason> = ({ facts }) => facts.isCovered || "meeting.consent_missing";

const meets = allOf<MeetingFacts, AnyReason>(ofTheCity, isConsentedKind, convenes);

/** Who may do what with a consented meeting (D-05, D-38). */
export const meetingPolicy = definePolicy<MeetingFacts, AnyReason>()(
  "meeting",
  {
    read: allOf<MeetingFacts, AnyReason>(ofTheCity, isConsentedKind, readsMeetings),
    addAgendaItem: allOf<MeetingFacts, AnyReason>(
      meets,
      inState("hold"),
      onItem(worksOnCase),
      onItem(caseIsOpen),
      onItem(itemCovered),
    ),
    removeAgendaItem: allOf<MeetingFacts, AnyReason>(meets, inState("hold"), onItem(worksOnCase)),
    hold: allOf<MeetingFacts, AnyReason>(meets, inState("hold"), hasBegun, hasAgenda, agendaCovered),
    cancel: allOf<MeetingFacts, AnyReason>(meets, inState("cancel")),
    recordDecision: allOf<MeetingFacts, AnyReason>(
      meets,
      isHeld,
      onItem(worksOnCase),
      onItem(caseIsOpen),
      onItem(itemCovered),
    ),
    reverseDecision: allOf<MeetingFacts, AnyReason>(meets, isHeld, onItem(worksOnCase), onItem(isKept)),
    readDecision: allOf<MeetingFacts, AnyReason>(ofTheCity, isConsentedKind, readsMeetings, onItem(readsCase)),
  },
  { list: readsMeetings, count: readsMeetings, convene: convenes },
);
