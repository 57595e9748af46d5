import { holds } from "../standing.ts";
import { byClock, byStaff, either, type Rule, type RuleTable } from "../rule.ts";

/** D-19: numbers and dates only, for whoever answers for records; who may be named reads, and the clock that lists. */
const answersForRecords: Rule = (question) =>
  byStaff(question) && holds(question, "sectionOfficer", "platformAdministrator", "auditor");

export const rules: RuleTable = {
  retention_officer: either(answersForRecords, byClock),
  retention_due: either(answersForRecords, byClock),
};
