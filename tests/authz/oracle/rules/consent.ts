import { either, byClock, inOwnCase, type RuleTable } from "../rule.ts";

export const rules: RuleTable = {
  // Consent (D-02, D-03): the clocks see that a grant has run out, and for whom.
  consent_grant: either(inOwnCase, byClock),
  consent_grant_recipient: either(inOwnCase, byClock),
  consent_grant_group: either(inOwnCase, byClock),
  consent_event: inOwnCase,
};
