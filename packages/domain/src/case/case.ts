import type { Id } from "../kernel/index.ts";
import { idOf } from "../kernel/index.ts";

export type CaseId = Id<"case">;
export const CaseId = idOf("case");
export type CaseAssignmentId = Id<"caseAssignment">;
export const CaseAssignmentId = idOf("caseAssignment");

/** First half of SM-04: from intake to the planning of support, and the end of the episode. */
export const caseStatuses = ["intake", "assessing", "planning", "closed"] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Who brought the case (S-039, S-052): cases come from desks and agencies, rarely from the street. */
export const caseSources = [
  "desk",
  "agency",
  "welfareCommissioner",
  "cityCounter",
  "self",
  "family",
  "neighbor",
  "organization",
  "other",
] as const;
export type CaseSource = (typeof caseSources)[number];

/** Issues a household is classified by (S-055); several may hold at once. */
export const lifeIssues = [
  "illness",
  "mentalHealth",
  "disability",
  "intractableDisease",
  "dementia",
  "caregiving",
  "doubleCare",
  "youngCarer",
  "eightyFifty",
  "socialWithdrawal",
  "schoolNonAttendance",
  "selfNeglect",
  "supportRefusal",
  "isolation",
  "familyRelations",
  "childRearing",
  "singleParent",
  "livingCost",
  "debt",
  "housing",
  "work",
  "food",
  "domesticViolence",
  "abuse",
  "suicideRisk",
  "other",
] as const;
export type LifeIssue = (typeof lifeIssues)[number];

export const caseUrgencies = ["normal", "soon", "urgent"] as const;
export type CaseUrgency = (typeof caseUrgencies)[number];

export const caseCloseReasons = ["settled", "handedOver", "moved", "died", "endedByPerson", "other"] as const;
export type CaseCloseReason = (typeof caseCloseReasons)[number];

/** `lead` carries the case, the others work with them. */
export const caseDuties = ["lead", "team"] as const;
export type CaseDuty = (typeof caseDuties)[number];

/** What the history of a case tells; reasons and notes are encrypted beside it. */
export const caseEventKinds = [
  "opened",
  "intakeUpdated",
  "assessmentBegun",
  "planningBegun",
  "closed",
  "memberAdded",
  "memberRemoved",
  "assigned",
  "unassigned",
  "protectionRaised",
  "protectionLowered",
] as const;
export type CaseEventKind = (typeof caseEventKinds)[number];
