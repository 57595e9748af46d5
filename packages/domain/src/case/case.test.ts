import { describe, expect, it } from "vitest";
import {
  asId,
  canFire,
  civilDateOf,
  transition,
  type DepartmentId,
  type RoleCode,
  type StaffActor,
  type UserId,
} from "../kernel/index.ts";
import { caseStatuses, type CaseStatus } from "./case.ts";
import { OpenCase, UpdatePerson } from "./inputs.ts";
import { caseMachine, type CaseEvent } from "./machine.ts";
import { isAdult } from "./person.ts";
import { casePolicy, type CaseFacts, type CaseReason, type MemberFacts } from "./policy.ts";

// Saturday, fiscal year 2026.
const now = new Date("2026-11-21T10:00:00+09:00");
const today = civilDateOf("2026-11-21");
const uuid = (n: number): string => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const me = asId<"user">(uuid(1)) as UserId;
const other = asId<"user">(uuid(2)) as UserId;
const myDepartment = asId<"department">(uuid(11)) as DepartmentId;
const city = asId<"municipality">(uuid(21));

const staff = (
  role: RoleCode,
  scope: StaffActor["roles"][number]["scopeKind"] = "municipality",
  scopeId = uuid(11),
): StaffActor => ({
  kind: "staff",
  municipalityId: city,
  userId: me,
  departmentId: myDepartment,
  roles: [{ code: role, scopeKind: scope, scopeId: scope === "municipality" ? null : asId<"scope">(scopeId) }],
  assurance: 1,
  freshUntil: new Date("2100-01-01T00:00:00Z"),
});
const self: MemberFacts = { isSelf: true, isAdult: true, hasInvolvedAgencies: true, hasInformationSharing: true };
const facts = (changes: Partial<CaseFacts> = {}): CaseFacts => ({
  municipalityId: city,
  assigneeIds: [me],
  assigneeDepartmentIds: [myDepartment],
  status: "intake",
  members: [self],
  openReferralCount: 0,
  isErased: false,
  ...changes,
});
const ask = (verb: keyof typeof casePolicy.rules, actor: StaffActor, about: CaseFacts) =>
  casePolicy.rules[verb]({ actor, facts: about, now, today });

describe("machine of a case (SM-04, first half)", () => {
  const table: Record<CaseEvent, Record<CaseStatus, CaseStatus | "refused">> = {
    beginAssessment: { intake: "assessing", assessing: "refused", planning: "refused", closed: "refused" },
    beginPlanning: { intake: "refused", assessing: "planning", planning: "refused", closed: "refused" },
    close: { intake: "closed", assessing: "closed", planning: "closed", closed: "refused" },
  };
  for (const event of ["beginAssessment", "beginPlanning", "close"] as const satisfies readonly CaseEvent[]) {
    it.each(caseStatuses)(`${event} from %s leads where the table says`, (state) => {
      const to = table[event][state];
      expect(canFire(caseMachine, event, state)).toBe(to !== "refused");
      if (to === "refused") {
        expect(() => transition("case", caseMachine, { event, state })).toThrow("case.invalid_state");
      } else {
        expect(transition("case", caseMachine, { event, state })).toBe(to);
      }
    });
  }
});

describe("case fence (D-33)", () => {
  it.each<[string, StaffActor, Partial<CaseFacts>, true | CaseReason]>([
    ["an assigned coordinator reads", staff("caseCoordinator"), {}, true],
    ["an assigned desk worker reads", staff("consultationAgent"), {}, true],
    ["an unassigned coordinator does not", staff("caseCoordinator"), { assigneeIds: [other] }, "case.not_in_your_care"],
    [
      "a platform administrator never does, even if assigned",
      staff("platformAdministrator"),
      {},
      "case.not_in_your_care",
    ],
    ["an auditor never does, even if assigned", staff("auditor"), {}, "case.not_in_your_care"],
    ["a supervisor of the department does", staff("supervisor", "department"), { assigneeIds: [other] }, true],
    ["a supervisor of the city does", staff("supervisor"), { assigneeIds: [other] }, true],
    [
      "a supervisor of another department does not",
      staff("supervisor", "department", uuid(12)),
      { assigneeIds: [other] },
      "case.not_in_your_care",
    ],
    [
      "a supervisor does not where nobody of a department is assigned",
      staff("supervisor"),
      { municipalityId: city, assigneeIds: [], assigneeDepartmentIds: [] },
      "case.not_in_your_care",
    ],
  ])("%s", (_title, actor, changes, verdict) => {
    expect(ask("read", actor, facts(changes))).toBe(verdict);
  });

  it("nobody but staff reads a case", () => {
    for (const actor of [
      { kind: "public", municipalityId: city },
      { kind: "worker", municipalityId: city, job: "expiry" },
      { ...staff("caseCoordinator"), kind: "partner", organizationId: null },
    ] as const) {
      expect(casePolicy.rules.read({ actor, facts: facts(), now, today })).toBe("case.not_in_your_care");
    }
  });
});

describe("guards of a case", () => {
  const worker = staff("outreachWorker");
  const child: MemberFacts = { ...self, isSelf: false, isAdult: false, hasInformationSharing: false };
  const assessing = (members: MemberFacts[]): CaseFacts => facts({ status: "assessing", members });
  it.each<[string, keyof typeof casePolicy.rules, StaffActor, CaseFacts, true | CaseReason]>([
    ["assessment begins with the person's consent", "beginAssessment", worker, facts(), true],
    [
      "assessment does not begin without it",
      "beginAssessment",
      worker,
      facts({ members: [{ ...self, hasInformationSharing: false }] }),
      "case.consent_missing",
    ],
    ["assessment begins once", "beginAssessment", worker, facts({ status: "assessing" }), "case.invalid_state"],
    ["planning begins when all is listed", "beginPlanning", worker, assessing([self, child]), true],
    [
      "planning needs every member's agencies",
      "beginPlanning",
      worker,
      assessing([self, { ...child, hasInvolvedAgencies: false }]),
      "case.member_agencies_missing",
    ],
    [
      "planning needs the consent of every other adult",
      "beginPlanning",
      worker,
      assessing([self, { ...child, isAdult: true }]),
      "case.member_consent_missing",
    ],
    [
      "planning ends with the consent",
      "beginPlanning",
      worker,
      assessing([{ ...self, hasInformationSharing: false }]),
      "case.consent_missing",
    ],
    ["a case closes", "close", worker, facts(), true],
    [
      "a case with open referrals does not close",
      "close",
      worker,
      facts({ openReferralCount: 1 }),
      "case.open_referrals",
    ],
    ["a closed case does not close again", "close", worker, facts({ status: "closed" }), "case.invalid_state"],
    ["who only reads does not write", "updatePerson", staff("consultationAgent"), facts(), "case.role_missing"],
    ["nor changes the intake", "updateIntake", staff("sectionOfficer"), facts(), "case.role_missing"],
    ["nor adds a member", "addMember", staff("communityCoordinator"), facts(), "case.role_missing"],
    ["nor removes one", "removeMember", staff("communityCoordinator"), facts(), "case.role_missing"],
    ["a closed case is not changed", "updatePerson", worker, facts({ status: "closed" }), "case.closed"],
    ["nor its intake", "updateIntake", worker, facts({ status: "closed" }), "case.closed"],
    ["nor its household", "addMember", worker, facts({ status: "closed" }), "case.closed"],
    ["nor made smaller", "removeMember", worker, facts({ status: "closed" }), "case.closed"],
    ["the team assigns", "assign", worker, facts(), true],
    [
      "a supervisor assigns without being assigned",
      "assign",
      staff("supervisor", "department"),
      facts({ assigneeIds: [other] }),
      true,
    ],
    ["nobody is assigned to a closed case", "assign", worker, facts({ status: "closed" }), "case.closed"],
    ["an assignment ends in a closed case too", "unassign", worker, facts({ status: "closed" }), true],
    ["a reader does not assign", "assign", staff("sectionOfficer"), facts(), "case.role_missing"],
    [
      "who reads raises the protection at once",
      "protect",
      staff("consultationAgent"),
      facts({ status: "closed" }),
      true,
    ],
    ["the team does not lower it", "unprotect", worker, facts(), "case.supervisor_only"],
    ["a supervisor lowers it", "unprotect", staff("supervisor", "department"), facts({ assigneeIds: [other] }), true],
  ])("%s", (_title, verb, actor, about, verdict) => {
    expect(ask(verb, actor, about)).toBe(verdict);
  });

  it("only case workers open a case, and only who works with cases has a list of them", () => {
    const entry = (verb: "open" | "list", role: RoleCode) =>
      casePolicy.entries[verb]({ actor: staff(role), facts: null, now, today });
    expect(entry("open", "caseCoordinator")).toBe(true);
    expect(entry("open", "consultationAgent")).toBe("case.role_missing");
    expect(entry("list", "supervisor")).toBe(true);
    expect(entry("list", "platformAdministrator")).toBe("case.role_missing");
    expect(entry("list", "adviser")).toBe("case.role_missing");
  });
});

describe("adulthood (民法4条)", () => {
  it.each([
    ["2008-11-21", true],
    ["2008-11-22", false],
    [null, true],
  ])("born on %s counts as adult: %s", (birthOn, expected) => {
    expect(isAdult(birthOn === null ? null : civilDateOf(birthOn), today)).toBe(expected);
  });
});

describe("inputs", () => {
  const valid = {
    requestId: uuid(31),
    source: "agency",
    receivedOn: "２０２６／１１／２０",
    lifeIssues: ["eightyFifty", "eightyFifty", "isolation"],
    urgency: "normal",
    summary: "母と息子の二人暮らし。",
    person: { identity: { name: "架空 花子", kana: "", birthOn: "" }, wishes: { wishes: "週に一度、外に出たい" } },
  };

  it("folds what was typed and drops repeats", () => {
    const parsed = OpenCase.parse(valid);
    expect(parsed.receivedOn).toBe("2026-11-20");
    expect(parsed.lifeIssues).toEqual(["eightyFifty", "isolation"]);
    expect(parsed.person.identity).toEqual({ name: "架空 花子", kana: null, birthOn: null, preferredName: null });
    expect(parsed.sourceDepartmentId).toBeNull();
    expect(parsed.isProtected).toBe(false);
  });

  it.each([
    ["summary", { ...valid, summary: "番号は 1234 5678 9018 です" }],
    ["person.wishes.wishes", { ...valid, person: { ...valid.person, wishes: { wishes: "１２３４５６７８９０１８" } } }],
    ["person.identity.name", { ...valid, person: { identity: { name: "123456789018" } } }],
  ])("a My Number in %s is refused with the field named (D-22)", (path, input) => {
    const issues = OpenCase.safeParse(input).error?.issues ?? [];
    expect(issues.map((issue) => [issue.path.join("."), issue.message])).toEqual([[path, "my_number"]]);
  });

  it("the household has one person of the case: no other member is 「本人」", () => {
    const member = (relation: string) => ({
      ...valid,
      members: [{ relation, person: { identity: { name: "架空 母子" } } }],
    });
    expect(OpenCase.parse(member("parent")).members).toMatchObject([{ relation: "parent", isProtected: false }]);
    expect(
      OpenCase.safeParse(member("self")).error?.issues.map(({ path, message }) => [path.join("."), message]),
    ).toEqual([["members.0.relation", "not_a_choice"]]);
  });

  it("an origin that was not chosen is none", () => {
    expect(OpenCase.parse({ ...valid, sourceDepartmentId: "" }).sourceDepartmentId).toBeNull();
    expect(OpenCase.safeParse({ ...valid, sourceDepartmentId: "x" }).success).toBe(false);
  });

  it("a group that is not given is left alone, a field nobody declared is refused", () => {
    const base = { requestId: uuid(31), personId: uuid(32), version: 1 };
    expect(UpdatePerson.parse({ ...base, changes: { health: { healthSituation: "" } } }).changes).toEqual({
      health: { healthSituation: null },
    });
    expect(UpdatePerson.safeParse({ ...base, changes: { diagnosis: { text: "x" } } }).success).toBe(false);
  });
});
