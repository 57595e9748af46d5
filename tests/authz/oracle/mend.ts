/*
 * What makes a drawn row one that commands could have written, where chance alone would hardly do it. A new table needs
 * no entry.
 */
import type { Row, Value } from "./world.ts";

type Place = { readonly at: Date; readonly rows: Record<string, Row[]> };
type Mend = (row: Row, place: Place) => Record<string, Value>;

const hour = 3_600_000;
const nextDay = (day: string): string => new Date(Date.parse(day) + 24 * hour).toISOString().slice(0, 10);

const partnerRoles = ["referralReceiver", "owner"];
const neverSent = ["draft", "withdrawn", "entered_in_error"];
const firstStepGroups = ["wishes", "needs"];

export const undecided = {
  postponed_until_on: null,
  postpone_reason: null,
  decided_by: null,
  decided_at: null,
  destroys_on: null,
  destroyed_at: null,
};

const mends: Readonly<Record<string, Mend>> = {
  // A partner belongs to an organization, staff to a department.
  user_account: (row) => (row["kind"] === "partner" ? { department_id: null } : { organization_id: null }),
  // Whom a role fits gets it, but for those over a platform, so that roles that fit nobody are looked at too (D-21, D-29).
  role_assignment: (row, { rows }) => {
    const user = rows["user_account"]?.find(({ id }) => id === row["user_id"]);
    const isWhole = row["scope_kind"] === "municipality" ? { scope_id: null } : {};
    if (row["scope_kind"] === "platform" || !user) return isWhole;
    const code = String(row["role_code"]);
    if (user["kind"] === "staff")
      return { ...isWhole, ...(partnerRoles.includes(code) ? { role_code: "caseCoordinator" } : {}) };
    return {
      role_code: partnerRoles.includes(code) ? code : "referralReceiver",
      scope_kind: "organization",
      scope_id: user["organization_id"] ?? null,
    };
  },
  // D-19: a case has its key until it is erased; a record that is due has no decision yet.
  support_case: () => ({ wrapped_key: "\\x00", erased_at: null }),
  retention_due: () => ({ status: "due", ...undecided }),
  area_scheme: (row) => (row["is_disclosable"] === true ? { withheld_at: null } : {}),
  consent_grant: (row) =>
    String(row["until_on"]) > String(row["since_on"]) ? {} : { until_on: nextDay(String(row["since_on"])) },
  consent_grant_recipient: (row) =>
    row["organization_id"] === null
      ? row["department_id"] === null
        ? { department_id: row.id }
        : {}
      : { department_id: null },
  referral: (row, { at }) => {
    const sentAt = row["sent_at"] ?? new Date(at.getTime() - 48 * hour).toISOString();
    const mayBeUnsent = neverSent.includes(String(row["status"]));
    if (row["status"] === "draft") return { sent_at: null, reason_code: null, chain_id: row.id };
    const isWhole = row["consent_grant_id"] !== null;
    // Without a grant only what was never sent can stand.
    if (!isWhole) return { status: mayBeUnsent ? (row["status"] ?? null) : "draft", sent_at: null, chain_id: row.id };
    return { sent_at: mayBeUnsent ? (row["sent_at"] ?? null) : sentAt, chain_id: row.id };
  },
  referral_packet_field: (row) => {
    const isFirst = row["data_group"] === null || firstStepGroups.includes(String(row["data_group"]));
    const step = isFirst && row["person_field_id"] === null ? (row["step"] ?? 2) : 2;
    const areaSchemeId = row["field"] === "area" ? (row["area_scheme_id"] ?? null) : null;
    return { step, area_scheme_id: areaSchemeId, ciphertext: row["person_field_id"] === null ? "\\x00" : null };
  },
  platform_participant: (row) => {
    const isAgency = row["kind"] === "consultationAgency" && row["department_id"] !== null;
    const someone = isAgency ? {} : { kind: "individual", department_id: null };
    return { ...someone, name_ciphertext: null, is_minor: false, guardian_agreed_on: null };
  },
  audit_subject: (row) => (row["subject_id"] === null ? { subject_id: row.id } : {}),
};

/** The row as a command could have written it. */
export const mended = (table: string, row: Row, place: Place): Row => ({ ...row, ...mends[table]?.(row, place) });
