import type { CivilDate } from "../kernel/index.ts";
import type { CaseFacts } from "./policy.ts";

/** What a case waits for: the first four are the guards and moves of SM-04, the last two have a date. */
export const caseTaskKinds = [
  "askConsent",
  "beginAssessment",
  "listAgencies",
  "askMemberConsents",
  "beginPlanning",
  "renewConsent",
  "referralAnswer",
] as const;
export type CaseTaskKind = (typeof caseTaskKinds)[number];
export type CaseTask = { readonly kind: CaseTaskKind; readonly on: CivilDate | null };

/** How many days before its last day a consent is to be talked about again. */
export const consentRenewalDays = 30;

/** The next step of SM-04: the guard that does not hold yet, else the move itself; null where nothing is to be done. */
export const nextCaseStep = ({ status, members }: Pick<CaseFacts, "status" | "members">): CaseTaskKind | null => {
  if (status === "closed") return null;
  if (!members.some((member) => member.isSelf && member.hasInformationSharing)) return "askConsent";
  if (status === "intake") return "beginAssessment";
  if (status === "planning") return null;
  if (members.some((member) => !member.hasInvolvedAgencies)) return "listAgencies";
  const isAsked = members.every((member) => member.isSelf || !member.isAdult || member.hasInformationSharing);
  return isAsked ? "beginPlanning" : "askMemberConsents";
};

/** What has a date comes first, the earliest on top; what has none follows. */
export const byDate = (a: CaseTask, b: CaseTask): number => {
  if (a.on === b.on) return 0;
  if (a.on === null) return 1;
  return b.on === null || a.on < b.on ? -1 : 1;
};
