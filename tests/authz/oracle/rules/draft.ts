import { openStep, referralOf } from "../disclosure.ts";
import { hasCase, inCity, type Question } from "../standing.ts";
import { byClock, either, ofReferralInOwnCase, ownRow, type Rule, type RuleTable } from "../rule.ts";

const hasPerson = (question: Question, personId: unknown): boolean =>
  inCity(question, "person").some(({ id, case_id: caseId }) => id === personId && hasCase(question, caseId));

/** D-31: as long as its writer reads what it is about; a receiver, as long as the packet is open (D-11). */
const readsSubject: Rule = (question, row) =>
  (row["case_id"] === null || hasCase(question, row["case_id"])) &&
  (row["person_id"] === null || hasPerson(question, row["person_id"])) &&
  (row["referral_id"] === null ||
    ofReferralInOwnCase(question, row) ||
    openStep(question, referralOf(question, row)) > 0);

export const rules: RuleTable = {
  draft: either((question, row) => ownRow(question, row) && readsSubject(question, row), byClock),
};
