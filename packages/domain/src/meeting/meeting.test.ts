import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ConsentGrant } from "../consent/index.ts";
import {
  addDays,
  asId,
  canFire,
  civilDateOf,
  transition,
  type DepartmentId,
  type RoleCode,
  type StaffActor,
} from "../kernel/index.ts";
import { meetingMachine, type MeetingEvent } from "./machine.ts";
import {
  decisionKinds,
  grantForMeeting,
  legalBases,
  meetingStatuses,
  membersWithoutConsent,
  participationGateOpen,
  type GateDecision,
  type MeetingStatus,
} from "./meeting.ts";
import { meetingPolicy, type ItemFacts, type MeetingFacts } from "./policy.ts";

// Saturday, fiscal year 2026.
const now = new Date("2026-11-21T10:00:00+09:00");
const today = civilDateOf("2026-11-21");
const uuid = (n: number): string => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const me = asId<"user">(uuid(1));
const departments: readonly DepartmentId[] = [11, 12, 13].map((n) => asId<"department">(uuid(n)));

describe("participation gate (D-05)", () => {
  const open: GateDecision = {
    kind: "participationNeeded",
    legalBasis: "consented",
    meetingStatus: "held",
    decidedOn: today,
    reversedOn: null,
    caseClosedOn: null,
  };
  it.each<[string, Partial<GateDecision>, boolean]>([
    ["a decision of a held consented meeting", {}, true],
    ["one of a 106条の6 meeting", { legalBasis: "confidential" }, false],
    ["one of another meeting", { legalBasis: "other" }, false],
    ["one of a meeting not yet held", { meetingStatus: "scheduled" }, false],
    ["one of a meeting called off", { meetingStatus: "canceled" }, false],
    ["one of tomorrow", { decidedOn: addDays(today, 1) }, false],
    ["one reversed today", { reversedOn: today }, false],
    ["one reversed tomorrow", { reversedOn: addDays(today, 1) }, true],
    ["one of an episode closed today", { caseClosedOn: today }, false],
  ])("%s opens it: %3$s", (_title, changes, expected) => {
    expect(participationGateOpen([{ ...open, ...changes }], "meetingDecision", today)).toBe(expected);
  });
  it("is shut without a decision and always open where the city has no gate", () => {
    expect(participationGateOpen([], "meetingDecision", today)).toBe(false);
    expect(participationGateOpen([], "none", today)).toBe(true);
  });
  it("one open decision suffices, none is worth more for being many", () => {
    const decisions = fc.record({
      kind: fc.constantFrom(...decisionKinds),
      legalBasis: fc.constantFrom(...legalBases),
      meetingStatus: fc.constantFrom(...meetingStatuses),
      decidedOn: fc.integer({ min: -2, max: 2 }).map((n) => addDays(today, n)),
      reversedOn: fc.option(fc.integer({ min: -2, max: 2 }).map((n) => addDays(today, n))),
      caseClosedOn: fc.option(fc.integer({ min: -2, max: 2 }).map((n) => addDays(today, n))),
    });
    fc.assert(
      fc.property(fc.array(decisions, { maxLength: 4 }), (list) => {
        expect(participationGateOpen(list, "meetingDecision", today)).toBe(
          list.some((one) => participationGateOpen([one], "meetingDecision", today)),
        );
      }),
    );
  });
});

describe("consent of an agenda item (D-38)", () => {
  const grant = (named: readonly DepartmentId[], changes: Partial<ConsentGrant> = {}): ConsentGrant => ({
    purpose: "informationSharing",
    recipients: named.map((id) => ({ kind: "department", id })),
    dataGroups: ["identity"],
    sinceOn: addDays(today, -10),
    untilOn: addDays(today, 10),
    withdrawnAt: null,
    ...changes,
  });
  const circle = { meetsOn: today, memberDepartmentIds: departments };
  it.each<[string, readonly ConsentGrant[], number]>([
    ["one that names every member", [grant(departments)], 0],
    ["none", [], 3],
    ["one that leaves a member out", [grant(departments.slice(1))], 1],
    ["two that name every member only together", [grant(departments.slice(0, 2)), grant(departments.slice(2))], 1],
    ["one for another purpose", [grant(departments, { purpose: "partnerDisclosure" })], 3],
    ["one that ends before the meeting", [grant(departments, { untilOn: today })], 3],
    ["one withdrawn on the day of the meeting", [grant(departments, { withdrawnAt: now })], 3],
    ["one withdrawn the day after", [grant(departments, { withdrawnAt: new Date("2026-11-22T00:00:00+09:00") })], 0],
  ])("%s", (_title, grants, missing) => {
    expect(membersWithoutConsent(grants, circle)).toHaveLength(missing);
    expect(grantForMeeting(grants, circle) !== null).toBe(missing === 0);
  });
});

describe("machine of a meeting", () => {
  const table: Record<MeetingEvent, Record<MeetingStatus, MeetingStatus | "refused">> = {
    hold: { scheduled: "held", held: "refused", canceled: "refused" },
    cancel: { scheduled: "canceled", held: "refused", canceled: "refused" },
  };
  for (const event of ["hold", "cancel"] as const satisfies readonly MeetingEvent[]) {
    it.each(meetingStatuses)(`${event} from %s leads where the table says`, (state) => {
      const to = table[event][state];
      expect(canFire(meetingMachine, event, state)).toBe(to !== "refused");
      if (to !== "refused") expect(transition("meeting", meetingMachine, { event, state })).toBe(to);
    });
  }
});

describe("who may do what with a meeting", () => {
  const staff = (code: RoleCode): StaffActor => ({
    kind: "staff",
    municipalityId: asId(uuid(21)),
    userId: me,
    departmentId: null,
    roles: [{ code, scopeKind: "municipality", scopeId: null }],
    assurance: 1,
    freshUntil: new Date("2100-01-01T00:00:00Z"),
  });
  const item: ItemFacts = {
    municipalityId: asId(uuid(21)),
    assigneeIds: [me],
    assigneeDepartmentIds: [],
    isCaseClosed: false,
    isErased: false,
    isMember: true,
    isCovered: true,
  };
  const facts = (changes: Partial<MeetingFacts> = {}): MeetingFacts => ({
    municipalityId: asId(uuid(21)),
    legalBasis: "consented",
    status: "scheduled",
    hasBegun: true,
    agendaItemCount: 1,
    uncoveredItemCount: 0,
    item,
    ...changes,
  });
  const held = (changes: Partial<ItemFacts> = {}): MeetingFacts =>
    facts({ status: "held", item: { ...item, ...changes } });
  it.each<[string, keyof typeof meetingPolicy.rules, RoleCode, MeetingFacts, unknown]>([
    ["who works with cases sees the calendar", "read", "sectionOfficer", facts(), true],
    ["a platform administrator does not", "read", "platformAdministrator", facts(), "meeting.role_missing"],
    [
      "a meeting of another basis is not read here",
      "read",
      "caseCoordinator",
      facts({ legalBasis: "confidential" }),
      "meeting.not_consented_kind",
    ],
    ["a coordinator puts a person on the agenda", "addAgendaItem", "caseCoordinator", facts(), true],
    ["an outreach worker does not", "addAgendaItem", "outreachWorker", facts(), "meeting.role_missing"],
    [
      "not of a case of others",
      "addAgendaItem",
      "caseCoordinator",
      facts({ item: { ...item, assigneeIds: [] } }),
      "case.not_in_your_care",
    ],
    ["not without a case at all", "addAgendaItem", "caseCoordinator", facts({ item: null }), "case.not_in_your_care"],
    [
      "not without consent for every member",
      "addAgendaItem",
      "caseCoordinator",
      facts({ item: { ...item, isCovered: false } }),
      "meeting.consent_missing",
    ],
    [
      "not of a closed case",
      "addAgendaItem",
      "caseCoordinator",
      facts({ item: { ...item, isCaseClosed: true } }),
      "meeting.case_closed",
    ],
    [
      "not of somebody who left",
      "addAgendaItem",
      "caseCoordinator",
      facts({ item: { ...item, isMember: false } }),
      "meeting.person_left",
    ],
    ["not after the meeting", "addAgendaItem", "caseCoordinator", held(), "meeting.invalid_state"],
    [
      "an item is taken off before the meeting",
      "removeAgendaItem",
      "caseCoordinator",
      facts({ item: { ...item, isCovered: false } }),
      true,
    ],
    ["not after it", "removeAgendaItem", "caseCoordinator", held(), "meeting.invalid_state"],
    ["a meeting is held", "hold", "caseCoordinator", facts({ item: null }), true],
    ["not before its day", "hold", "caseCoordinator", facts({ hasBegun: false }), "meeting.not_yet"],
    ["not with nobody on the agenda", "hold", "caseCoordinator", facts({ agendaItemCount: 0 }), "meeting.no_agenda"],
    [
      "not while a consent is missing",
      "hold",
      "caseCoordinator",
      facts({ uncoveredItemCount: 1 }),
      "meeting.consent_missing",
    ],
    ["not twice", "hold", "caseCoordinator", held(), "meeting.invalid_state"],
    ["a meeting is called off", "cancel", "caseCoordinator", facts({ item: null }), true],
    ["not after it was held", "cancel", "caseCoordinator", held(), "meeting.invalid_state"],
    ["a decision is recorded", "recordDecision", "caseCoordinator", held(), true],
    ["not before the meeting is held", "recordDecision", "caseCoordinator", facts(), "meeting.not_held"],
    [
      "not without consent for every member",
      "recordDecision",
      "caseCoordinator",
      held({ isCovered: false }),
      "meeting.consent_missing",
    ],
    [
      "not by somebody outside the case",
      "recordDecision",
      "caseCoordinator",
      held({ assigneeIds: [] }),
      "case.not_in_your_care",
    ],
    ["not in a closed case", "recordDecision", "caseCoordinator", held({ isCaseClosed: true }), "meeting.case_closed"],
    [
      "not by a confidential meeting",
      "recordDecision",
      "caseCoordinator",
      { ...held(), legalBasis: "confidential" },
      "meeting.not_consented_kind",
    ],
    ["a decision is reversed", "reverseDecision", "caseCoordinator", held({ isCovered: false }), true],
    ["not by a reader", "reverseDecision", "sectionOfficer", held(), "meeting.role_missing"],
    ["the team reads a decision", "readDecision", "sectionOfficer", held(), true],
    ["others do not", "readDecision", "caseCoordinator", held({ assigneeIds: [] }), "case.not_in_your_care"],
  ])("%s", (_title, verb, role, about, verdict) => {
    expect(meetingPolicy.rules[verb]({ actor: staff(role), facts: about, now, today })).toBe(verdict);
  });
  it("only coordinators call a meeting", () => {
    const entry = (verb: keyof typeof meetingPolicy.entries, role: RoleCode) =>
      meetingPolicy.entries[verb]({ actor: staff(role), facts: null, now, today });
    expect(entry("convene", "caseCoordinator")).toBe(true);
    expect(entry("convene", "outreachWorker")).toBe("meeting.role_missing");
    expect(entry("list", "supervisor")).toBe(true);
    expect(entry("count", "adviser")).toBe("meeting.role_missing");
  });
});
