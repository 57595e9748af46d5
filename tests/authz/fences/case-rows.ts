import { randomUUID } from "node:crypto";
import type { Insert } from "./insert.ts";
import { clock, envelope, type City, type Scenario, type UserName } from "./scenario.ts";

const grantDates = (consent: Scenario["consent"]) => {
  if (consent === "expired") return { since_on: "2025-11-24", until_on: "2026-11-24" };
  if (consent === "upcoming") return { since_on: "2026-11-25", until_on: "2027-11-25" };
  return { since_on: "2026-04-01", until_on: "2027-04-01" };
};

export const addConsent = async (
  insert: Insert,
  at: { city: Omit<City, "rows">; scenario: Scenario; caseId: string; personId: string },
) => {
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

export const addCase = async (insert: Insert, city: Omit<City, "rows">, scenario: Scenario) => {
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
    insert("case_assignment", {
      ...inCase,
      user_id: city.users[name],
      role: "lead",
      since_on: "2026-04-01",
      until_on: untilOn,
    });
  const assignmentId = await assign("assigned", null);
  await assign("formerlyAssigned", "2026-11-24");
  await assign("roleEnded", null);
  await assign("deactivated", null);
  const personId = await insert("person", {
    ...inCase,
    relation: "self",
    is_subject: true,
    is_protected: scenario.isProtected,
  });
  const keyId = await insert("person_key", { ...inCase, person_id: personId, wrapped_key: envelope });
  const addField = (dataGroup: string, field: string) =>
    insert("person_field", { ...inCase, person_id: personId, data_group: dataGroup, field, ciphertext: envelope });
  const nameFieldId = await addField("identity", "name");
  const phoneFieldId = await addField("contact", "phone");
  return { caseId, assignmentId, personId, keyId, nameFieldId, phoneFieldId };
};

const addPacket = async (
  insert: Insert,
  at: {
    readonly referralId: string;
    readonly personId: string;
    readonly nameFieldId: string;
    readonly phoneFieldId: string;
  },
) => {
  const field = (row: Record<string, unknown>) =>
    insert("referral_packet_field", { referral_id: at.referralId, person_id: at.personId, ...row });
  return {
    wishes: await field({ field: "wishes", data_group: "wishes", step: 1, ciphertext: envelope }),
    area: await field({ field: "area", data_group: null, step: 1, ciphertext: envelope }),
    health: await field({ field: "health", data_group: "health", step: 2, ciphertext: envelope }),
    name: await field({ field: "name", data_group: "identity", step: 2, person_field_id: at.nameFieldId }),
    phone: await field({ field: "phone", data_group: "contact", step: 2, person_field_id: at.phoneFieldId }),
  };
};

export const addReferral = async (
  insert: Insert,
  at: {
    city: Omit<City, "rows">;
    scenario: Scenario;
    activityId: string;
    caseId: string;
    personId: string;
    grantId: string;
    nameFieldId: string;
    phoneFieldId: string;
  },
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
  const packet = await addPacket(insert, { ...at, referralId });
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
