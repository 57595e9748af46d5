import { either, byClock, ownRow, type RuleTable } from "../rule.ts";

export const rules: RuleTable = {
  draft: either(ownRow, byClock),
};
