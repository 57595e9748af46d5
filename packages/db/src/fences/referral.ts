import { definerReads, fence, ownCases, ownOrganization, tenant } from "./fence.ts";

const received = `${ownOrganization} and status <> 'draft'`;
const ownReferrals = "referral_id = any(array(select app.my_referral_ids()))";
const caseReferrals = "referral_id in (select r.id from referral r)";
const openPackets = "referral_id = any(array(select app.my_open_packet_referral_ids()))";

/** No column that leads to the person, the case, the consent or the person's own answer (D-11). */
const partnerReads = [
  "municipality_id", "id", "organization_id", "activity_id", "status", "staff_contact_user_id", "sent_at", "seen_at",
  "due_on", "clock_started_on", "accepted_at", "contact_person_name", "first_step_on", "expected_on", "waitlisted_on",
  "first_contact_on", "ended_at", "reason_code", "reason_ciphertext", "outcome_code", "service_given_ciphertext",
  "share_back_ciphertext", "packet_closes_on", "copies_destroyed_at", "contact_way", "version",
];
const partnerWrites = [
  "status", "seen_at", "due_on", "clock_started_on", "accepted_at", "contact_person_name", "first_step_on", "expected_on",
  "waitlisted_on", "first_contact_on", "ended_at", "reason_code", "reason_ciphertext", "outcome_code",
  "service_given_ciphertext", "share_back_ciphertext", "packet_closes_on", "copies_destroyed_at", "version",
];

export const referralFences = [
  fence("referral", {
    staff: { select: ownCases, insert: ownCases, update: ownCases },
    partner: { select: received, update: received, selectColumns: partnerReads, updateColumns: partnerWrites },
    worker: { select: tenant, update: tenant },
    definer: definerReads,
  }),
  fence("referral_event", {
    staff: { select: caseReferrals, insert: caseReferrals },
    partner: { select: ownReferrals, insert: ownReferrals },
    worker: { select: tenant, insert: tenant },
  }),
  fence("referral_packet_field", {
    staff: { select: caseReferrals, insert: caseReferrals, update: caseReferrals, delete: caseReferrals },
    partner: { select: "id = any(array(select app.my_packet_field_ids()))" },
    definer: definerReads,
  }),
  fence("referral_message", {
    staff: { select: caseReferrals, insert: caseReferrals },
    partner: { select: openPackets, insert: openPackets },
  }),
];
