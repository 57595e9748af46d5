import { definerReads, fence, ownCases, tenant } from "./fence.ts";

const inCase = { select: ownCases, insert: ownCases, update: ownCases };
const insertedOnly = { select: ownCases, insert: ownCases };
/** Opening a case and its first assignment are one command (D-33): the case may be read once the assignment stands. */
const newCase = "id = any(array(select app.my_case_ids()))";
const worksOnCases = "app.has_role(array['caseCoordinator', 'outreachWorker'])";
const caseWrites = [
  "status",
  "source",
  "source_department_id",
  "life_issues",
  "urgency",
  "received_on",
  "closed_on",
  "close_reason",
  "summary_ciphertext",
  "version",
];
const destroyedByDefiner = { ...definerReads, delete: definerReads.select ?? tenant };
const packetFields = "id = any(array(select app.my_packet_person_field_ids()))";
const packetPersons = "person_id = any(array(select app.my_packet_person_ids()))";

export const caseFences = [
  fence("support_case", {
    // The key of a case leaves it in one way only, `app.destroy_retention` (D-19).
    staff: { select: newCase, insert: worksOnCases, update: newCase, updateColumns: caseWrites },
    definer: {
      ...definerReads,
      update: definerReads.select ?? tenant,
      updateColumns: ["wrapped_key", "erased_at", "version"],
    },
  }),
  fence("case_assignment", {
    staff: {
      select: ownCases,
      insert: `${ownCases} or (user_id = (select app.user_id()) and app.is_unassigned_case(case_id))`,
      update: ownCases,
      updateColumns: ["until_on", "version"],
    },
    definer: definerReads,
  }),
  fence("person", {
    staff: { ...inCase, updateColumns: ["is_protected", "is_removed", "version"] },
    definer: definerReads,
  }),
  // The partner has no grant on person or case; these two open only through a packet row of its own referral (D-10).
  fence("person_key", {
    staff: { select: ownCases, insert: ownCases },
    partner: { select: packetPersons },
    definer: destroyedByDefiner,
  }),
  fence("person_field", {
    staff: { ...inCase, delete: ownCases },
    partner: {
      select: packetFields,
      selectColumns: ["municipality_id", "id", "person_id", "data_group", "field", "ciphertext"],
    },
  }),
  fence("person_name_token", {
    staff: { select: ownCases, insert: ownCases, delete: ownCases },
    definer: destroyedByDefiner,
  }),
  fence("case_event", { staff: insertedOnly }),
];

export const consentFences = [
  fence("consent_grant", {
    // A grant is immutable; only its end is written, once.
    staff: { ...inCase, updateColumns: ["withdrawn_at", "narrowed_to_id", "version"] },
    worker: { select: tenant, update: tenant, updateColumns: ["version"] },
    // FOR SHARE needs an UPDATE policy and an updatable column beside SELECT, else it locks nothing and sees no row.
    definer: {
      select: definerReads.select ?? tenant,
      update: definerReads.select ?? tenant,
      updateColumns: ["version"],
    },
  }),
  fence("consent_grant_recipient", { staff: insertedOnly, worker: { select: tenant }, definer: definerReads }),
  fence("consent_grant_group", { staff: insertedOnly, worker: { select: tenant }, definer: definerReads }),
  fence("consent_event", { staff: insertedOnly }),
];

/** D-01, D-07: a meeting by 社会福祉法106条の6 will have a fence of its own; this one neither makes nor shows it. */
const consentedMeeting = "legal_basis <> 'confidential'";
/** What belongs to a meeting is shown where the meeting is, whoever has a duty on the case. */
const ofShownMeeting = "meeting_id in (select m.id from meeting m)";
const ofShownItem = "agenda_item_id in (select i.id from agenda_item i)";
const convenes = "app.has_role(array['caseCoordinator'])";

export const meetingFences = [
  fence("meeting", {
    staff: {
      select: consentedMeeting,
      insert: `legal_basis = 'consented' and status = 'scheduled' and ${convenes}`,
      update: `${consentedMeeting} and ${convenes}`,
      updateColumns: ["status", "held_at", "version"],
    },
    definer: definerReads,
  }),
  fence("meeting_member", {
    // The circle is settled before anybody is put on the agenda: every consent names its members (D-38).
    staff: { select: ofShownMeeting, insert: "(select a.items from app.meeting_agenda(meeting_id) a) = 0" },
    definer: definerReads,
  }),
  fence("agenda_item", {
    staff: {
      select: `${ownCases} and ${ofShownMeeting}`,
      insert: `${ownCases} and app.is_meeting_consented(meeting_id, person_id)`,
      delete: ownCases,
    },
    definer: definerReads,
  }),
  fence("meeting_decision", {
    staff: {
      select: `${ownCases} and ${ofShownItem}`,
      insert: `${ownCases} and app.is_decision_founded(agenda_item_id, person_id)`,
      update: ownCases,
      updateColumns: ["reversed_at", "reversal_ciphertext", "version"],
    },
    definer: definerReads,
  }),
];
