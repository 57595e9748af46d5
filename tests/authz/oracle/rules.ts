/*
 * `mayRead(world, asker, row)`: who may read which row, table by table, from the decisions in plain words. It is the
 * other half of the fences in packages/db/src/fences and must stay independent of them: read the decision, not the SQL.
 * A new table fails the oracle until somebody has said here who reads it, and why.
 */
import { hasOpenPacket, isDisclosed, isReceived, openStep, referralOf } from "./disclosure.ts";
import { hasCase, holds, inCity, isOfCity, type Question } from "./standing.ts";
import type { ActorKind, Row } from "./world.ts";

type Rule = (question: Question, row: Row) => boolean;

const isKind =
  (...kinds: readonly ActorKind[]) =>
  ({ asker }: Question) =>
    kinds.includes(asker.kind);
const either =
  (...rules: readonly Rule[]): Rule =>
  (question, row) =>
    rules.some((rule) => rule(question, row));
const nobody: Rule = () => false;
const byStaff = isKind("staff");
const byClock = isKind("worker");
const byAuditor = isKind("auditor");

/** A row of the user's own: D-31 drafts, notices, receipts of commands (D-37). */
const ownRow: Rule = ({ asker }, row) =>
  ["staff", "partner"].includes(asker.kind) && asker.user !== "" && row["user_id"] === asker.user;
const ofOwnOrganization: Rule = ({ asker }, row) =>
  asker.kind === "partner" && asker.organization !== "" && row["organization_id"] === asker.organization;

// What a city, its areas and its closed days are called is on the public pages.
const publicKnowledge = isKind("staff", "partner", "public", "worker");
// Who belongs to the network, what it does and who may receive: staff and the clocks; each organization its own.
const networkRecord = either(byStaff, byClock, ofOwnOrganization);
const cityWork = either(byStaff, byClock);
const platformRecord = isKind("staff", "partner", "public");

const byAdministrator: Rule = (question) => byStaff(question) && holds(question, "platformAdministrator");
const ownFactor = either(ownRow, byClock, byAdministrator);
/** Whoever answers for the log sees how its chain stands; the entries are not opened by it (D-36). */
const answersForLog: Rule = (question) => byStaff(question) && holds(question, "auditor", "platformAdministrator");

/** D-33: every row inside the case fence has its case. */
const inOwnCase: Rule = (question, row) => hasCase(question, row["case_id"]);
const ofReferralInOwnCase: Rule = (question, row) => hasCase(question, referralOf(question, row)?.["case_id"]);

/** D-01, D-07: what a meeting by 社会福祉法106条の6 is about has a fence of its own and is shown by none of these tables. */
const isOpenMeeting = (question: Question, meetingId: unknown): boolean =>
  inCity(question, "meeting").some((meeting) => meeting.id === meetingId && meeting["legal_basis"] !== "confidential");
const agendaOf = (question: Question, itemId: unknown): Row | undefined =>
  inCity(question, "agenda_item").find(({ id }) => id === itemId);

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

const rules: Readonly<Record<string, Rule>> = {
  // The city and its words.
  municipality_setting: publicKnowledge,
  label: publicKnowledge,
  department: publicKnowledge,
  area_scheme: publicKnowledge,
  area: publicKnowledge,
  department_name: publicKnowledge,
  program_status: publicKnowledge,
  program_department: publicKnowledge,
  module_switch: publicKnowledge,
  implementation_plan: publicKnowledge,
  plan_review_body: publicKnowledge,
  // Who sits where, and who changed the city's set-up, is for the city's own work.
  meeting_body: cityWork,
  meeting_body_name: cityWork,
  body_member: cityWork,
  municipality_change: cityWork,
  closed_day: publicKnowledge,
  command_receipt: either(ownRow, ({ asker }, row) => asker.kind === "worker" && row["user_id"] === null),

  // Accounts. Names are sealed with the city's key; colleagues are told by it, a partner only of its own organization.
  user_account: either(
    byStaff,
    byClock,
    ofOwnOrganization,
    ({ asker }, row) => asker.kind === "partner" && row.id === asker.user,
  ),
  role_assignment: either(
    byStaff,
    byClock,
    ({ asker }, row) => asker.kind === "partner" && asker.user !== "" && row["user_id"] === asker.user,
    ({ asker }, row) =>
      asker.kind === "partner" &&
      asker.organization !== "" &&
      row["scope_kind"] === "organization" &&
      row["scope_id"] === asker.organization,
  ),
  // That a link was sent is the administration's to see, from the portal or from the machine; what it holds nobody's.
  account_link: either(byAdministrator, byClock),
  // That a colleague has factors is the administration's to see and to take away; what opens them is granted to nobody.
  totp_factor: ownFactor,
  passkey: ownFactor,
  recovery_code: ownFactor,
  // Before an actor exists there is only the look-up role, which has functions and no table.
  auth_session: nobody,
  draft: either(ownRow, byClock),

  // The network.
  organization: isKind("staff", "partner", "worker"),
  place: networkRecord,
  place_area: either(byStaff, byClock, (question, row) =>
    inCity(question, "place").some((place) => place.id === row["place_id"] && ofOwnOrganization(question, place)),
  ),
  referral_permission: networkRecord,
  organization_trait: networkRecord,
  activity: networkRecord,
  activity_version: networkRecord,
  platform: platformRecord,
  platform_area: platformRecord,
  platform_operator: isKind("staff", "partner"),
  // D1: of other organizations only that they are members.
  platform_membership: either(
    byStaff,
    ofOwnOrganization,
    ({ asker }, row) => asker.kind === "partner" && row["status"] === "active",
  ),

  // Cases and persons (D-33, D-23). The partner has no case and no person, only what a packet of its own opens (D-10).
  support_case: (question, row) => hasCase(question, row.id),
  case_assignment: inOwnCase,
  case_event: inOwnCase,
  person: inOwnCase,
  person_key: either(inOwnCase, (question, row) => hasOpenPacket(question, row["person_id"])),
  person_field: either(inOwnCase, (question, row) =>
    inCity(question, "referral_packet_field").some(
      (field) => field["person_field_id"] === row.id && isDisclosed(question, field),
    ),
  ),
  person_name_token: inOwnCase,

  // Consent (D-02, D-03): the clocks see that a grant has run out, and for whom.
  consent_grant: either(inOwnCase, byClock),
  consent_grant_recipient: either(inOwnCase, byClock),
  consent_grant_group: either(inOwnCase, byClock),
  consent_event: inOwnCase,

  // Meetings (D-01, D-07, D-38).
  meeting: (question, row) => byStaff(question) && isOpenMeeting(question, row.id),
  meeting_member: (question, row) => byStaff(question) && isOpenMeeting(question, row["meeting_id"]),
  agenda_item: (question, row) => inOwnCase(question, row) && isOpenMeeting(question, row["meeting_id"]),
  meeting_decision: (question, row) =>
    inOwnCase(question, row) && isOpenMeeting(question, agendaOf(question, row["agenda_item_id"])?.["meeting_id"]),

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

  notice: either(ownRow, byClock),
  // What mail would go is the administration's to look after, and the auditor's.
  outbox_mail: either(answersForLog, byClock),

  // The sealing job reads what it chains.
  audit_entry: either(byAuditor, byClock, isAboutOwnCase),
  audit_subject: either(byAuditor, byClock, auditSubject),
  audit_seal: either(byAuditor, byClock),
  audit_checkpoint: either(byAuditor, byClock, answersForLog),
  audit_verification: either(byAuditor, byClock, answersForLog),
};

/** Rows that are shown to every city: the register of cities, and what has been published. */
const acrossCities: Readonly<Record<string, Rule>> = {
  municipality: isKind("staff", "partner", "public", "worker"),
  published_activity: isKind("staff", "partner", "public", "worker"),
};

export const ruledTables = [...Object.keys(rules), ...Object.keys(acrossCities)];

/** Whether the decisions let the asker read the row. */
export const mayRead = (question: Question, table: string, row: Row): boolean => {
  const open = acrossCities[table];
  if (open) return open(question, row);
  const rule = rules[table];
  if (!rule) throw new Error(`no rule says who reads ${table}`);
  return isOfCity(question, row) && rule(question, row);
};
