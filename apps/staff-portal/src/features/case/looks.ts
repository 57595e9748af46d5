import { lifeIssues, type CaseStatus, type CaseUrgency, type LifeIssue } from "@tsunagari/domain/case";
import { caseMessages } from "@tsunagari/messages";
import type { StatusTone } from "@tsunagari/ui";

export const statusTones = {
  intake: "info",
  assessing: "warning",
  planning: "success",
  closed: "quiet",
} as const satisfies Record<CaseStatus, StatusTone>;

export const urgencyTones = {
  normal: "neutral",
  soon: "warning",
  urgent: "danger",
} as const satisfies Record<CaseUrgency, StatusTone>;

export type LifeIssueGroup = keyof typeof caseMessages.lifeIssueGroups;

/** The issues of each group, in the order of the domain. */
export const lifeIssueGroups = (Object.keys(caseMessages.lifeIssueGroups) as LifeIssueGroup[]).map((group) => ({
  group,
  title: caseMessages.lifeIssueGroups[group],
  issues: lifeIssues.filter((issue: LifeIssue) => caseMessages.lifeIssueGroupOf[issue] === group),
}));
