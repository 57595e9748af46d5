import type { ConsentGrant } from "../consent/index.ts";
import { grantCoveredOn } from "../consent/index.ts";
import type { CivilDate, DepartmentId, Id } from "../kernel/index.ts";
import { idOf } from "../kernel/index.ts";
import type { LegalBasis, SettingValues } from "../municipality/index.ts";

export { legalBases, type LegalBasis } from "../municipality/index.ts";

export type MeetingId = Id<"meeting">;
export const MeetingId = idOf("meeting");
export type AgendaItemId = Id<"agendaItem">;
export const AgendaItemId = idOf("agendaItem");
export type MeetingDecisionId = Id<"meetingDecision">;
export const MeetingDecisionId = idOf("meetingDecision");

export const meetingStatuses = ["scheduled", "held", "canceled"] as const;
export type MeetingStatus = (typeof meetingStatuses)[number];

/** What an item asks of the meeting (入間市: I, II, III; 春日井市: 参加支援の要否). */
export const agendaTopics = [
  "participationSupport",
  "planAdequacy",
  "monitoringAndClosing",
  "resourceShortage",
] as const;
export type AgendaTopic = (typeof agendaTopics)[number];

export const decisionKinds = ["participationNeeded"] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** Setting of the city (D-05). */
export type ParticipationGate = SettingValues["participationGate"];

/** A decision as the gate sees it; it names no activity (D-05). */
export type GateDecision = {
  readonly kind: DecisionKind;
  readonly legalBasis: LegalBasis;
  readonly meetingStatus: MeetingStatus;
  readonly decidedOn: CivilDate;
  readonly reversedOn: CivilDate | null;
  /** The day the episode of the case was closed, if it was. */
  readonly caseClosedOn: CivilDate | null;
};

// D-05: in force until the case episode closes or it is reversed.
const opensGate = (decision: GateDecision, on: CivilDate): boolean =>
  decision.kind === "participationNeeded" &&
  decision.legalBasis === "consented" &&
  decision.meetingStatus === "held" &&
  decision.decidedOn <= on &&
  (decision.reversedOn === null || on < decision.reversedOn) &&
  (decision.caseClosedOn === null || on < decision.caseClosedOn);

/**
 * Whether a person may be referred for participation support (D-05): always where the city has no gate, else where a
 * held consented meeting decided so. `decisions` are those about this person in this case.
 */
export const participationGateOpen = (
  decisions: readonly GateDecision[],
  setting: ParticipationGate,
  on: CivilDate,
): boolean => setting === "none" || decisions.some((decision) => opensGate(decision, on));

/** The day of a meeting and the departments or agencies that sit in it. */
export type MeetingCircle = {
  readonly meetsOn: CivilDate;
  readonly memberDepartmentIds: readonly DepartmentId[];
};

const unnamedBy = (grant: ConsentGrant, circle: MeetingCircle): readonly DepartmentId[] =>
  circle.memberDepartmentIds.filter(
    (id) =>
      !grantCoveredOn(grant, {
        purpose: "informationSharing",
        recipient: { kind: "department", id },
        dataGroups: [],
        on: circle.meetsOn,
      }),
  );

/** The person's information-sharing grant that is in force on the meeting's day and names every member (D-38). */
export const grantForMeeting = <Grant extends ConsentGrant>(
  grants: readonly Grant[],
  circle: MeetingCircle,
): Grant | null => grants.find((grant) => unnamedBy(grant, circle).length === 0) ?? null;

/** The members a new consent would have to add: those the grant that names most of them leaves out. */
export const membersWithoutConsent = (
  grants: readonly ConsentGrant[],
  circle: MeetingCircle,
): readonly DepartmentId[] =>
  grants
    .map((grant) => unnamedBy(grant, circle))
    .reduce((least, unnamed) => (unnamed.length < least.length ? unnamed : least), circle.memberDepartmentIds);
