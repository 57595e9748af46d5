import { definerReads, fence, ownCases, tenant } from "./fence.ts";

const inCase = { select: ownCases, insert: ownCases, update: ownCases };
const insertedOnly = { select: ownCases, insert: ownCases };
/** Opening a case and its first assignment are one command (D-33): the case may be read once the assignment stands. */
const newCase = "id = any(array(select app.my_case_ids()))";
const packetFields = "id = any(array(select app.my_packet_person_field_ids()))";
const packetPersons = "person_id = any(array(select app.my_packet_person_ids()))";

export const caseFences = [
  fence("support_case", {
    staff: { select: newCase, insert: tenant, update: newCase },
    definer: definerReads,
  }),
  fence("case_assignment", {
    staff: {
      select: ownCases,
      insert: `${ownCases} or (user_id = (select app.user_id()) and app.is_unassigned_case(case_id))`,
      update: ownCases,
    },
    definer: definerReads,
  }),
  fence("person", { staff: inCase, definer: definerReads }),
  // The partner has no grant on person or case; these two open only through a packet row of its own referral (D-10).
  fence("person_key", { staff: { select: ownCases, insert: ownCases, delete: ownCases }, partner: { select: packetPersons } }),
  fence("person_field", {
    staff: { ...inCase, delete: ownCases },
    partner: { select: packetFields, selectColumns: ["municipality_id", "id", "person_id", "data_group", "field", "ciphertext"] },
  }),
  fence("person_name_token", { staff: { select: ownCases, insert: ownCases, delete: ownCases } }),
  fence("case_event", { staff: insertedOnly }),
];

export const consentFences = [
  fence("consent_grant", {
    // A grant is immutable; only its end is written, once.
    staff: { ...inCase, updateColumns: ["withdrawn_at", "narrowed_to_id", "version"] },
    worker: { select: tenant, update: tenant, updateColumns: ["version"] },
    // FOR SHARE needs an UPDATE policy and an updatable column beside SELECT, else it locks nothing and sees no row.
    definer: { select: definerReads.select ?? tenant, update: definerReads.select ?? tenant, updateColumns: ["version"] },
  }),
  fence("consent_grant_recipient", { staff: insertedOnly, worker: { select: tenant }, definer: definerReads }),
  fence("consent_grant_group", { staff: insertedOnly, worker: { select: tenant }, definer: definerReads }),
  fence("consent_event", { staff: insertedOnly }),
];

export const meetingFences = [
  fence("meeting", { staff: { select: tenant, insert: tenant, update: tenant }, definer: definerReads }),
  fence("meeting_member", { staff: { select: tenant, insert: tenant, delete: tenant } }),
  fence("agenda_item", { staff: { ...inCase, delete: ownCases }, definer: definerReads }),
  fence("meeting_decision", { staff: inCase, definer: definerReads }),
];
