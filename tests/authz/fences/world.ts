/*
 * A world written behind the fences, as the superuser and with triggers off, so that states which no command would make
 * can be looked at too. One scenario is one case with one person, one consent and one referral.
 */
import { randomUUID } from "node:crypto";
import type postgres from "postgres";

/** 2026-11-24 in Japan; set as the database's clock in every transaction of these tests. */
export const clock = "2026-11-24T03:00:00Z";

export type Scenario = {
  readonly label: string;
  readonly status:
    | "draft" | "sent" | "accepted" | "waitlisted" | "in_progress" | "completed"
    | "declined" | "not_helped" | "withdrawn" | "expired" | "entered_in_error";
  readonly consent: "live" | "withdrawn" | "expired" | "upcoming" | "other_recipient" | "other_purpose";
  /** The groups the person consented to. */
  readonly groups: readonly string[];
  readonly isProtected: boolean;
  /** Of a completed referral: whether the term after its conclusion has run out. */
  readonly isTermOver: boolean;
};

const everyGroup = ["identity", "contact", "needs", "wishes", "health"];
const base: Scenario = { label: "", status: "sent", consent: "live", groups: everyGroup, isProtected: false, isTermOver: false };

export const scenarios: readonly Scenario[] = [
  ...(["draft", "sent", "accepted", "waitlisted", "in_progress", "completed", "declined", "not_helped", "withdrawn", "expired", "entered_in_error"] as const).map(
    (status) => ({ ...base, label: status, status }),
  ),
  { ...base, label: "completed, term over", status: "completed", isTermOver: true },
  ...(["sent", "accepted", "in_progress", "completed"] as const).flatMap((status) =>
    (["withdrawn", "expired", "upcoming", "other_recipient", "other_purpose"] as const).map((consent) => ({
      ...base,
      label: `${status}, consent ${consent}`,
      status,
      consent,
    })),
  ),
  { ...base, label: "accepted, contact not consented", status: "accepted", groups: ["identity", "wishes"] },
  { ...base, label: "sent, nothing consented", groups: [] },
  { ...base, label: "accepted, protected", status: "accepted", isProtected: true },
  { ...base, label: "sent, protected", isProtected: true },
];

/** The rows of one scenario, by what they are. */
export type Rows = {
  readonly scenario: Scenario;
  readonly caseId: string;
  readonly personId: string;
  readonly keyId: string;
  readonly nameFieldId: string;
  readonly phoneFieldId: string;
  readonly assignmentId: string;
  readonly grantId: string;
  readonly eventId: string;
  readonly referralId: string;
  readonly packet: {
    readonly wishes: string;
    readonly area: string;
    readonly health: string;
    readonly name: string;
    readonly phone: string;
  };
  readonly messageId: string;
  readonly auditId: string;
};

export type City = {
  readonly municipalityId: string;
  readonly departmentId: string;
  readonly otherDepartmentId: string;
  readonly receiving: string;
  readonly other: string;
  readonly users: Readonly<Record<UserName, string>>;
  readonly rows: readonly Rows[];
};

export const userNames = [
  "assigned", "unassigned", "formerlyAssigned", "roleEnded", "deactivated", "supervisor", "otherSupervisor",
  "administrator", "auditor", "receiver", "owner", "otherReceiver",
] as const;
export type UserName = (typeof userNames)[number];

const envelope = Buffer.from("sealed");

type Insert = (table: string, row: Record<string, unknown>) => Promise<string>;

const inserter =
  (sql: postgres.Sql, municipalityId: string): Insert =>
  async (table, row) => {
    const id = typeof row["id"] === "string" ? row["id"] : randomUUID();
    await sql`insert into ${sql(table)} ${sql({ municipality_id: municipalityId, ...row, id })}`;
    return id;
  };

type Role = { code: string; scope: string; scopeId: string | null; ended?: boolean };

/** Encrypts a name for a row, where a test reads it through the program; else a placeholder stands there. */
export type Seal = (place: { table: string; column: string; municipalityId: string; rowId: string }) => Buffer;
const placeholder: Seal = () => envelope;

const addUsers = async (insert: Insert, city: Omit<City, "users" | "rows">, seal: Seal): Promise<Record<UserName, string>> => {
  const { departmentId, otherDepartmentId, receiving, other } = city;
  const coordinator: Role = { code: "caseCoordinator", scope: "municipality", scopeId: null };
  const receives = (organization: string): Role => ({ code: "referralReceiver", scope: "organization", scopeId: organization });
  const plan: Record<UserName, { department?: string; organization?: string; status?: string; roles: Role[] }> = {
    assigned: { department: departmentId, roles: [coordinator] },
    unassigned: { department: otherDepartmentId, roles: [coordinator] },
    formerlyAssigned: { department: otherDepartmentId, roles: [coordinator] },
    roleEnded: { department: otherDepartmentId, roles: [{ ...coordinator, ended: true }] },
    deactivated: { department: otherDepartmentId, status: "deactivated", roles: [coordinator] },
    supervisor: { department: departmentId, roles: [{ code: "supervisor", scope: "department", scopeId: departmentId }] },
    otherSupervisor: { department: otherDepartmentId, roles: [{ code: "supervisor", scope: "department", scopeId: randomUUID() }] },
    administrator: { department: departmentId, roles: [{ code: "platformAdministrator", scope: "municipality", scopeId: null }] },
    auditor: { department: departmentId, roles: [{ code: "auditor", scope: "municipality", scopeId: null }] },
    receiver: { organization: receiving, roles: [receives(receiving)] },
    owner: { organization: receiving, roles: [{ code: "owner", scope: "organization", scopeId: receiving }] },
    otherReceiver: { organization: other, roles: [receives(other)] },
  };
  const users: Partial<Record<UserName, string>> = {};
  for (const name of userNames) {
    const { department, organization, status, roles } = plan[name];
    const id = randomUUID();
    const sealed = (column: string) => seal({ table: "user_account", column, municipalityId: city.municipalityId, rowId: id });
    const userId = await insert("user_account", {
      id,
      kind: organization ? "partner" : "staff",
      organization_id: organization ?? null,
      department_id: department ?? null,
      mail_hmac: Buffer.from(randomUUID()),
      mail_ciphertext: sealed("mail_ciphertext"),
      name_ciphertext: sealed("name_ciphertext"),
      status: status ?? "active",
    });
    for (const role of roles) {
      await insert("role_assignment", {
        user_id: userId,
        role_code: role.code,
        scope_kind: role.scope,
        scope_id: role.scopeId,
        since_on: "2026-04-01",
        until_on: role.ended ? "2026-11-24" : null,
      });
    }
    users[name] = userId;
  }
  return users as Record<UserName, string>;
};

const grantDates = (consent: Scenario["consent"]) => {
  if (consent === "expired") return { since_on: "2025-11-24", until_on: "2026-11-24" };
  if (consent === "upcoming") return { since_on: "2026-11-25", until_on: "2027-11-25" };
  return { since_on: "2026-04-01", until_on: "2027-04-01" };
};

const addConsent = async (insert: Insert, at: { city: Omit<City, "rows">; scenario: Scenario; caseId: string; personId: string }) => {
  const { city, scenario, caseId, personId } = at;
  const inCase = { case_id: caseId };
  const grantId = await insert("consent_grant", {
    ...inCase,
    ...grantDates(scenario.consent),
    person_id: personId,
    purpose: scenario.consent === "other_purpose" ? "informationSharing" : "partnerDisclosure",
    form: "written",
    given_on: "2026-04-01",
    given_by: "person",
    withdrawn_at: scenario.consent === "withdrawn" ? "2026-11-01T00:00:00Z" : null,
  });
  await insert("consent_grant_recipient", {
    ...inCase,
    grant_id: grantId,
    organization_id: scenario.consent === "other_recipient" ? city.other : city.receiving,
  });
  for (const dataGroup of scenario.groups) {
    await insert("consent_grant_group", { ...inCase, grant_id: grantId, data_group: dataGroup });
  }
  const eventId = await insert("consent_event", {
    ...inCase,
    person_id: personId,
    purpose: "partnerDisclosure",
    kind: "given",
    grant_id: grantId,
    happened_on: "2026-04-01",
    recorded_at: clock,
  });
  return { grantId, eventId };
};

const addCase = async (insert: Insert, city: Omit<City, "rows">, scenario: Scenario) => {
  const caseId = await insert("support_case", {
    number: randomUUID(),
    status: "planning",
    source: "desk",
    life_issues: [],
    urgency: "normal",
    received_on: "2026-04-01",
    opened_on: "2026-04-01",
    wrapped_key: envelope,
    summary_ciphertext: envelope,
  });
  const inCase = { case_id: caseId };
  const assign = (name: UserName, untilOn: string | null) =>
    insert("case_assignment", { ...inCase, user_id: city.users[name], role: "lead", since_on: "2026-04-01", until_on: untilOn });
  const assignmentId = await assign("assigned", null);
  await assign("formerlyAssigned", "2026-11-24");
  await assign("roleEnded", null);
  await assign("deactivated", null);
  const personId = await insert("person", { ...inCase, relation: "self", is_subject: true, is_protected: scenario.isProtected });
  const keyId = await insert("person_key", { ...inCase, person_id: personId, wrapped_key: envelope });
  const addField = (dataGroup: string, field: string) =>
    insert("person_field", { ...inCase, person_id: personId, data_group: dataGroup, field, ciphertext: envelope });
  const nameFieldId = await addField("identity", "name");
  const phoneFieldId = await addField("contact", "phone");
  return { caseId, assignmentId, personId, keyId, nameFieldId, phoneFieldId };
};

const addReferral = async (
  insert: Insert,
  at: { city: Omit<City, "rows">; scenario: Scenario; activityId: string; caseId: string; personId: string; grantId: string; nameFieldId: string; phoneFieldId: string },
) => {
  const { city, scenario, personId } = at;
  const isDraft = scenario.status === "draft";
  const referralId = randomUUID();
  await insert("referral", {
    id: referralId,
    organization_id: city.receiving,
    activity_id: at.activityId,
    status: scenario.status,
    case_id: at.caseId,
    person_id: personId,
    consent_grant_id: at.grantId,
    created_by: city.users.assigned,
    staff_contact_user_id: city.users.assigned,
    chain_id: referralId,
    sent_at: isDraft ? null : "2026-11-10T00:00:00Z",
    reason_code: ["declined", "not_helped", "withdrawn", "expired"].includes(scenario.status) ? "other" : null,
    packet_closes_on: scenario.status === "completed" ? (scenario.isTermOver ? "2026-11-24" : "2026-12-10") : null,
  });
  const field = (row: Record<string, unknown>) =>
    insert("referral_packet_field", { referral_id: referralId, person_id: personId, ...row });
  const packet = {
    wishes: await field({ field: "wishes", data_group: "wishes", step: 1, ciphertext: envelope }),
    area: await field({ field: "area", data_group: null, step: 1, ciphertext: envelope }),
    health: await field({ field: "health", data_group: "health", step: 2, ciphertext: envelope }),
    name: await field({ field: "name", data_group: "identity", step: 2, person_field_id: at.nameFieldId }),
    phone: await field({ field: "phone", data_group: "contact", step: 2, person_field_id: at.phoneFieldId }),
  };
  const messageId = await insert("referral_message", {
    referral_id: referralId,
    person_id: personId,
    author_kind: "staff",
    author_user_id: city.users.assigned,
    sent_at: clock,
    step: 1,
    ciphertext: envelope,
  });
  return { referralId, packet, messageId };
};

const addRows = async (insert: Insert, city: Omit<City, "rows">, at: { scenario: Scenario; activityId: string }): Promise<Rows> => {
  const { scenario, activityId } = at;
  const made = await addCase(insert, city, scenario);
  const { caseId, personId } = made;
  const { grantId, eventId } = await addConsent(insert, { city, scenario, caseId, personId });
  const { referralId, packet, messageId } = await addReferral(insert, { city, scenario, activityId, ...made, grantId });
  const auditId = await insert("audit_entry", { at: clock, kind: "reading", action: "case.read", actor_kind: "staff", user_id: city.users.assigned });
  await insert("audit_subject", { audit_id: auditId, kind: "person", subject_id: personId, case_id: caseId, person_id: personId });
  return { scenario, ...made, grantId, eventId, referralId, packet, messageId, auditId };
};

const addCity = async (sql: postgres.Sql, place: { slug: string; code: string }, seal: Seal): Promise<City> => {
  const municipalityId = randomUUID();
  await sql`insert into municipality (id, slug, local_government_code, name, name_kana)
            values (${municipalityId}, ${place.slug}, ${place.code}, ${place.slug}, ${place.slug})`;
  const insert = inserter(sql, municipalityId);
  const department = (name: string) => insert("department", { kind: "section", name, since_on: "2020-04-01" });
  const organization = (name: string) =>
    insert("organization", { name, name_kana: name, kind: "npo", description: name, status: "active", since_on: "2020-04-01" });
  const outline = {
    municipalityId,
    departmentId: await department("地域共生推進課"),
    otherDepartmentId: await department("高齢福祉課"),
    receiving: await organization("受入先（架空）"),
    other: await organization("別の団体（架空）"),
  };
  const activityId = await insert("activity", { organization_id: outline.receiving, status: "published", accepts_referrals: true });
  const city = { ...outline, users: await addUsers(insert, outline, seal) };
  const rows: Rows[] = [];
  for (const scenario of scenarios) rows.push(await addRows(insert, city, { scenario, activityId }));
  return { ...city, rows };
};

/** Two cities of the same shape. `sql` must be the superuser's, with one connection. */
export const buildWorld = async (sql: postgres.Sql, seal: Seal = placeholder): Promise<{ home: City; abroad: City }> => {
  await sql`set session_replication_role = replica`;
  const home = await addCity(sql, { slug: "kasugai", code: "232068" }, seal);
  const abroad = await addCity(sql, { slug: "toda", code: "112241" }, seal);
  await sql`set session_replication_role = origin`;
  return { home, abroad };
};
