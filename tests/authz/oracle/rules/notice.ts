import { either, byClock, ownRow, answersForLog, invitationByOwner, type RuleTable } from "../rule.ts";

export const rules: RuleTable = {
  notice: either(ownRow, byClock),
  // What mail would go is the administration's to look after, and the auditor's.
  // An owner sees whether an invitation has gone, and no word of it.
  outbox_mail: either(
    answersForLog,
    byClock,
    (question, row) => row["template"] === "identity.invitation" && invitationByOwner(question, row),
  ),
};
