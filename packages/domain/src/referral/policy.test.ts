import { describe, expect, it } from "vitest";
import type {
  Actor,
  DepartmentId,
  MunicipalityId,
  OrganizationId,
  RoleCode,
  RoleInForce,
  UserId,
} from "../kernel/index.ts";
import { asId, canFire, civilDateAt, civilDateOf } from "../kernel/index.ts";
import { type ReferralEvent, referralMachine } from "./machine.ts";
import { type ReferralFacts, type ReferralReason, type SenderFacts, referralPolicy } from "./policy.ts";
import { type ReferralStatus, endedReferralStatuses, isOpenReferral, referralStatuses } from "./referral.ts";

/** Tuesday 2026-11-24, 10:00 in Japan, fiscal year 2026. */
const now = new Date("2026-11-24T01:00:00Z");
const today = civilDateAt(now);
const municipalityId = asId<"municipality">("00000000-0000-7000-8000-000000000001") satisfies MunicipalityId;
const organizationId = asId<"organization">("00000000-0000-7000-8000-000000000002") satisfies OrganizationId;
const otherOrganizationId = asId<"organization">("00000000-0000-7000-8000-000000000003") satisfies OrganizationId;
const coordinatorId = asId<"user">("00000000-0000-7000-8000-000000000004") satisfies UserId;
const departmentId = asId<"department">("00000000-0000-7000-8000-000000000005") satisfies DepartmentId;

const staff = (code: RoleCode, userId = coordinatorId, scope: Partial<RoleInForce> = {}): Actor => ({
  kind: "staff",
  municipalityId,
  userId,
  departmentId,
  assurance: 1,
  freshUntil: new Date("2100-01-01T00:00:00Z"),
  roles: [{ code, scopeKind: "municipality", scopeId: null, ...scope }],
});
const stranger = asId<"user">("00000000-0000-7000-8000-000000000006");
const coordinator = staff("caseCoordinator");
const supervisor = staff("supervisor", stranger, { scopeKind: "department", scopeId: asId<"scope">(departmentId) });
const partner = (of: OrganizationId, code: RoleCode = "referralReceiver", scopeOf = of): Actor => ({
  kind: "partner",
  municipalityId,
  userId: stranger,
  organizationId: of,
  assurance: 1,
  freshUntil: new Date("2100-01-01T00:00:00Z"),
  roles: [{ code, scopeKind: "organization", scopeId: asId<"scope">(scopeOf) }],
});
const receiver = partner(organizationId);
const worker: Actor = { kind: "worker", municipalityId, job: "referral.expire" };

const sender: SenderFacts = {
  municipalityId,
  assigneeIds: [coordinatorId],
  assigneeDepartmentIds: [departmentId],
  isCaseOpen: true,
  isErased: false,
  isActivityAccepting: true,
  isGatePassed: true,
  participationSupport: "run",
  hasOpenTwin: false,
  hasOpenSuccessor: false,
  isPurposeStated: true,
  isPacketComplete: true,
  packetVerdict: true,
};
const facts = (status: ReferralStatus, change: Partial<ReferralFacts> = {}): ReferralFacts => ({
  status,
  organizationId,
  wasSent: status !== "draft",
  dueOn: civilDateOf("2026-11-20"),
  endedOn: civilDateOf("2026-11-10"),
  hadFirstContact: false,
  consent: "in_force",
  isPermissionInForce: true,
  sender,
  ...change,
});
type Verb = keyof typeof referralPolicy.rules;
const ask = (verb: Verb, actor: Actor, about: ReferralFacts) =>
  referralPolicy.rules[verb]({ actor, facts: about, now, today });

/** The rightful actor of each verb, and the states it is made for. */
const rightful: Record<Verb, { readonly actor: Actor; readonly states: readonly ReferralStatus[] }> = {
  read: { actor: coordinator, states: referralStatuses },
  createDraft: { actor: coordinator, states: referralStatuses },
  preview: { actor: coordinator, states: referralStatuses },
  updateDraft: { actor: coordinator, states: ["draft"] },
  send: { actor: coordinator, states: ["draft"] },
  accept: { actor: receiver, states: ["sent", "waitlisted"] },
  decline: { actor: receiver, states: ["sent"] },
  waitlist: { actor: receiver, states: ["sent", "accepted"] },
  unaccept: { actor: receiver, states: ["accepted"] },
  start: { actor: receiver, states: ["accepted", "waitlisted"] },
  complete: { actor: receiver, states: ["in_progress"] },
  markNotHelped: { actor: receiver, states: ["accepted", "waitlisted", "in_progress"] },
  reopen: { actor: receiver, states: ["completed", "not_helped"] },
  withdraw: { actor: coordinator, states: ["draft", "sent", "accepted", "waitlisted", "in_progress"] },
  markEnteredInError: { actor: supervisor, states: referralStatuses.filter((status) => status !== "entered_in_error") },
  ask: { actor: receiver, states: referralStatuses.filter(isOpenReferral) },
  answer: { actor: coordinator, states: referralStatuses.filter(isOpenReferral) },
  markSeen: { actor: receiver, states: referralStatuses.filter(isOpenReferral) },
  recordPersonAnswer: { actor: coordinator, states: ["completed", "not_helped"] },
  confirmDestroyed: { actor: receiver, states: endedReferralStatuses },
  expire: { actor: worker, states: ["sent"] },
  endConsent: { actor: worker, states: referralStatuses.filter(isOpenReferral) },
};
const verbs = Object.keys(rightful) as Verb[];
const inPlace = (verb: Verb): Partial<ReferralFacts> => (verb === "endConsent" ? { consent: "ended" } : {});

describe("who may do what with a referral", () => {
  it.each(verbs.flatMap((verb) => referralStatuses.map((status) => ({ verb, status }))))(
    "$verb by the rightful actor in $status is allowed exactly where the machine says",
    ({ verb, status }) => {
      const { actor, states } = rightful[verb];
      expect(ask(verb, actor, facts(status, inPlace(verb))) === true).toBe(states.includes(status));
    },
  );

  it("agrees with the machine on every event", () => {
    for (const event of Object.keys(referralMachine) as ReferralEvent[]) {
      expect(rightful[event].states.toSorted()).toEqual(
        referralStatuses.filter((status) => canFire(referralMachine, event, status)).toSorted(),
      );
    }
  });

  const outsiders: readonly (readonly [string, Actor])[] = [
    ["a coordinator who is not assigned", staff("caseCoordinator", stranger)],
    ["the platform administrator", staff("platformAdministrator")],
    ["the auditor", staff("auditor")],
    [
      "a supervisor of another department",
      staff("supervisor", stranger, { scopeKind: "department", scopeId: asId<"scope">(stranger) }),
    ],
    ["a receiver of another organization", partner(otherOrganizationId)],
    ["an owner without the role of a receiver", partner(organizationId, "owner")],
    ["an editor", partner(organizationId, "editor")],
    ["the public", { kind: "public", municipalityId }],
  ];
  it.each(outsiders.flatMap(([who, actor]) => verbs.map((verb) => ({ who, actor, verb }))))(
    "$who may not $verb in any state",
    ({ actor, verb }) => {
      for (const status of referralStatuses) expect(ask(verb, actor, facts(status, inPlace(verb)))).not.toBe(true);
    },
  );

  it("does not let a role given in another organization count here", () => {
    const mixed = partner(organizationId, "referralReceiver", otherOrganizationId);
    expect(ask("read", mixed, facts("sent"))).toBe("referral.receiver_role_missing");
  });

  it("hides drafts from the partner, also a draft that was withdrawn or corrected", () => {
    expect(ask("read", receiver, facts("draft"))).not.toBe(true);
    expect(ask("read", receiver, facts("withdrawn", { wasSent: false }))).not.toBe(true);
    expect(ask("read", receiver, facts("entered_in_error", { wasSent: false }))).not.toBe(true);
    expect(ask("read", receiver, facts("withdrawn"))).toBe(true);
  });

  it("lets the community coordinator write a draft on a case but not send it", () => {
    const community = staff("communityCoordinator");
    expect(ask("updateDraft", community, facts("draft"))).toBe(true);
    expect(ask("send", community, facts("draft"))).toBe("referral.role_missing");
  });

  it("lets a supervisor of the case withdraw, and him alone correct a mistake", () => {
    expect(ask("withdraw", supervisor, facts("sent"))).toBe(true);
    expect(ask("markEnteredInError", coordinator, facts("sent"))).toBe("referral.supervisor_only");
  });

  it("lets either side reopen", () => {
    expect(ask("reopen", coordinator, facts("completed"))).toBe(true);
    expect(ask("reopen", receiver, facts("completed", { sender: null }))).toBe(true);
  });
});

describe("guards of a referral", () => {
  const guards: readonly (readonly [Verb, ReferralStatus, string, Partial<ReferralFacts>, ReferralReason])[] = [
    ["send", "draft", "no consent is chosen", { consent: "not_chosen" }, "referral.consent_not_chosen"],
    ["send", "draft", "the consent names others", { consent: "other_recipient" }, "referral.consent_other_recipient"],
    ["send", "draft", "the consent has ended", { consent: "ended" }, "referral.consent_ended"],
    ["send", "draft", "the permission has ended", { isPermissionInForce: false }, "referral.permission_ended"],
    ["send", "draft", "the case is closed", { sender: { ...sender, isCaseOpen: false } }, "referral.case_closed"],
    ["send", "draft", "no meeting decided", { sender: { ...sender, isGatePassed: false } }, "referral.gate_not_passed"],
    [
      "send",
      "draft",
      "the city only studies participation support",
      { sender: { ...sender, participationSupport: "underStudy" } },
      "referral.program_under_study",
    ],
    [
      "createDraft",
      "draft",
      "the city only prepares participation support",
      { sender: { ...sender, participationSupport: "preparing" } },
      "referral.program_preparing",
    ],
    [
      "createDraft",
      "draft",
      "the city has ended participation support",
      { sender: { ...sender, participationSupport: "ended" } },
      "referral.program_ended",
    ],
    [
      "send",
      "draft",
      "the activity takes none",
      { sender: { ...sender, isActivityAccepting: false } },
      "referral.activity_not_accepting",
    ],
    ["send", "draft", "one is open already", { sender: { ...sender, hasOpenTwin: true } }, "referral.open_twin"],
    [
      "send",
      "draft",
      "the purpose is missing",
      { sender: { ...sender, isPurposeStated: false } },
      "referral.purpose_missing",
    ],
    [
      "send",
      "draft",
      "the packet is not complete",
      { sender: { ...sender, isPacketComplete: false } },
      "referral.packet_incomplete",
    ],
    [
      "send",
      "draft",
      "a field is not consented",
      { sender: { ...sender, packetVerdict: "referral.field_not_consented" } },
      "referral.field_not_consented",
    ],
    [
      "send",
      "draft",
      "a protected field is chosen",
      { sender: { ...sender, packetVerdict: "referral.protected_person" } },
      "referral.protected_person",
    ],
    [
      "createDraft",
      "draft",
      "the case is closed",
      { sender: { ...sender, isCaseOpen: false } },
      "referral.case_closed",
    ],
    ["accept", "sent", "the consent has ended", { consent: "ended" }, "referral.consent_ended"],
    ["accept", "sent", "the permission has ended", { isPermissionInForce: false }, "referral.permission_ended"],
    ["waitlist", "sent", "the consent has ended", { consent: "ended" }, "referral.consent_ended"],
    ["waitlist", "sent", "the permission has ended", { isPermissionInForce: false }, "referral.permission_ended"],
    ["unaccept", "accepted", "there was a first contact", { hadFirstContact: true }, "referral.already_started"],
    ["start", "accepted", "the consent has ended", { consent: "ended" }, "referral.consent_ended"],
    ["complete", "in_progress", "the consent has ended", { consent: "ended" }, "referral.consent_ended"],
    [
      "reopen",
      "completed",
      "it is more than 30 days ago",
      { endedOn: civilDateOf("2026-10-24") },
      "referral.reopen_too_late",
    ],
    ["reopen", "completed", "the consent has ended", { consent: "ended" }, "referral.consent_ended"],
    [
      "reopen",
      "not_helped",
      "a later one of the chain is open",
      { sender: { ...sender, hasOpenSuccessor: true } },
      "referral.open_successor",
    ],
    ["ask", "sent", "the consent has ended", { consent: "ended" }, "referral.consent_ended"],
    ["answer", "sent", "the consent has ended", { consent: "ended" }, "referral.consent_ended"],
    ["recordPersonAnswer", "in_progress", "help is still under way", {}, "referral.not_answerable_yet"],
    ["expire", "sent", "it is the due date itself", { dueOn: today }, "referral.not_due"],
    ["endConsent", "sent", "the consent is in force", {}, "referral.not_due"],
  ];
  it.each(guards)("%s in %s is refused where %s", (verb, status, _why, change, reason) => {
    expect(ask(verb, rightful[verb].actor, facts(status, change))).toBe(reason);
  });

  it("lets a partner end its part after the consent has ended", () => {
    expect(ask("decline", receiver, facts("sent", { consent: "ended" }))).toBe(true);
    expect(ask("markNotHelped", receiver, facts("in_progress", { consent: "ended" }))).toBe(true);
  });

  it("opens the lists to their own side only", () => {
    const entry = (verb: keyof typeof referralPolicy.entries, actor: Actor) =>
      referralPolicy.entries[verb]({ actor, facts: null, now, today });
    for (const verb of ["listForStaff", "listForCase"] as const) {
      expect(entry(verb, coordinator)).toBe(true);
      expect(entry(verb, staff("platformAdministrator"))).toBe("referral.role_missing");
      expect(entry(verb, receiver)).toBe("referral.role_missing");
    }
    for (const verb of ["listInbox", "listHistory"] as const) {
      expect(entry(verb, receiver)).toBe(true);
      expect(entry(verb, partner(organizationId, "owner"))).toBe("referral.receiver_role_missing");
      expect(entry(verb, coordinator)).toBe("referral.receiver_role_missing");
    }
  });
});
