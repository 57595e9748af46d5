import { definerReads, fence, ownCases, ownOrganization, tenant } from "./fence.ts";

// A draft, and a draft that was withdrawn, never existed for the partner (trap 4.4-1).
const received = `${ownOrganization} and sent_at is not null and (select app.is_referral_receiver())`;
const ownReferrals = "referral_id = any(array(select app.my_referral_ids()))";
const caseReferrals = "referral_id in (select r.id from referral r)";
const openPackets = "referral_id = any(array(select app.my_open_packet_referral_ids()))";

/** No column that leads to the person, the case, the consent or the person's own answer (D-11). */
const partnerReads = [
  "municipality_id",
  "id",
  "organization_id",
  "activity_id",
  "status",
  "staff_contact_user_id",
  "sent_at",
  "seen_at",
  "due_on",
  "clock_started_on",
  "accepted_at",
  "contact_person_name",
  "first_step_on",
  "expected_on",
  "waitlisted_on",
  "first_contact_on",
  "ended_at",
  "reason_code",
  "reason_ciphertext",
  "outcome_code",
  "service_given_ciphertext",
  "share_back_ciphertext",
  "packet_closes_on",
  "copies_destroyed_at",
  "purpose",
  "contact_way",
  "version",
];
const partnerWrites = [
  "status",
  "seen_at",
  "due_on",
  "clock_started_on",
  "accepted_at",
  "contact_person_name",
  "first_step_on",
  "expected_on",
  "waitlisted_on",
  "first_contact_on",
  "ended_at",
  "reason_code",
  "reason_ciphertext",
  "outcome_code",
  "service_given_ciphertext",
  "share_back_ciphertext",
  "copies_destroyed_at",
  "version",
];
// Who, whom, what and when it began never change; the rest of the rules stands in `app.guard_referral`.
const staffWrites = [
  "status",
  "consent_grant_id",
  "staff_contact_user_id",
  "purpose",
  "contact_way",
  "sent_at",
  "due_on",
  "clock_started_on",
  "ended_at",
  "reason_code",
  "reason_ciphertext",
  "person_answer",
  "version",
];
const workerWrites = ["status", "ended_at", "reason_code", "version"];

export const referralFences = [
  fence("referral", {
    staff: { select: ownCases, insert: ownCases, update: ownCases, updateColumns: staffWrites },
    partner: { select: received, update: received, selectColumns: partnerReads, updateColumns: partnerWrites },
    worker: { select: tenant, update: tenant, updateColumns: workerWrites },
    definer: definerReads,
  }),
  fence("referral_event", {
    staff: { select: caseReferrals, insert: caseReferrals },
    // That a consent was narrowed, or the person was asked, is the sender's alone.
    partner: {
      select: `${ownReferrals} and event not in ('moveConsent', 'recordPersonAnswer')`,
      insert: ownReferrals,
    },
    worker: { select: tenant, insert: tenant },
  }),
  fence("referral_packet_field", {
    staff: { select: caseReferrals, insert: caseReferrals, update: caseReferrals, delete: caseReferrals },
    partner: { select: "id = any(array(select app.my_packet_field_ids()))" },
    definer: definerReads,
  }),
  fence("referral_message", {
    staff: { select: caseReferrals, insert: caseReferrals },
    partner: { select: "id = any(array(select app.my_message_ids()))", insert: openPackets },
    definer: definerReads,
  }),
];

/** Run as the owner, after the functions. The check of places waits for the commit, when row and counter both stand. */
export const referralTriggers: readonly string[] = [
  `create trigger referral_guard before insert or update on referral for each row execute function app.guard_referral();`,
  `create constraint trigger referral_places after update of status on referral deferrable initially deferred
     for each row when (old.status is distinct from new.status) execute function app.check_places();`,
  `create constraint trigger activity_places after update of referral_places_taken on activity deferrable initially deferred
     for each row when (old.referral_places_taken is distinct from new.referral_places_taken)
     execute function app.check_places();`,
];
