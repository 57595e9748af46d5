import { hasCase, inCity } from "../standing.ts";
import { either, byStaff, byClock, byAuditor, answersForLog, inOwnCase, type Rule, type RuleTable } from "../rule.ts";

/** D-36: 「この人の情報を見た人」 is read by who has the case; of what a partner did, by who has that referral's case. */
const auditSubject: Rule = (question, row) =>
  inOwnCase(question, row) ||
  (row["kind"] === "referral" &&
    inCity(question, "referral").some(
      ({ id, case_id: caseId }) => id === row["subject_id"] && hasCase(question, caseId),
    ));

const isAboutOwnCase: Rule = (question, row) =>
  byStaff(question) &&
  inCity(question, "audit_subject").some(
    (subject) => subject["audit_id"] === row.id && auditSubject(question, subject),
  );

export const rules: RuleTable = {
  // The sealing job reads what it chains.
  audit_entry: either(byAuditor, byClock, isAboutOwnCase),
  audit_subject: either(byAuditor, byClock, auditSubject),
  audit_seal: either(byAuditor, byClock),
  audit_checkpoint: either(byAuditor, byClock, answersForLog),
  audit_verification: either(byAuditor, byClock, answersForLog),
};
