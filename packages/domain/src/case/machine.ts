import type { Machine } from "../kernel/index.ts";
import type { CaseStatus } from "./case.ts";

/** SM-04, first half. Guards (consent, household, open referrals) stand in the policy. */
export const caseMachine = {
  beginAssessment: { from: ["intake"], to: "assessing" },
  beginPlanning: { from: ["assessing"], to: "planning" },
  close: { from: ["intake", "assessing", "planning"], to: "closed" },
} as const satisfies Machine<CaseStatus>;
export type CaseEvent = keyof typeof caseMachine;
