import { isDisclosed, isReceived, openStep, referralOf } from "../disclosure.ts";
import { either, byClock, inOwnCase, ofReferralInOwnCase, type RuleTable } from "../rule.ts";

export const rules: RuleTable = {
  // Referrals (D-10, D-11, D-39).
  referral: either(inOwnCase, byClock, isReceived),
  referral_event: either(
    ofReferralInOwnCase,
    byClock,
    // That a consent was narrowed, or the person was asked, is the sender's alone.
    (question, row) =>
      isReceived(question, referralOf(question, row)) &&
      !["moveConsent", "recordPersonAnswer"].includes(String(row["event"])),
  ),
  referral_packet_field: either(ofReferralInOwnCase, isDisclosed),
  referral_message: either(
    ofReferralInOwnCase,
    (question, row) => openStep(question, referralOf(question, row)) >= Number(row["step"]),
  ),
};
