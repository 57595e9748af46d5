import { networkRecord, type RuleTable } from "../rule.ts";

export const rules: RuleTable = {
  activity: networkRecord,
  activity_version: networkRecord,
};
