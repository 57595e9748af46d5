import { either, byClock, ownRow, answersForLog, type RuleTable } from "../rule.ts";

export const rules: RuleTable = {
  notice: either(ownRow, byClock),
  // What mail would go is the administration's to look after, and the auditor's.
  outbox_mail: either(answersForLog, byClock),
};
