import { describe, expect, it } from "vitest";
import { asId, canFire, civilDateOf, transition, type RoleCode, type StaffActor } from "../kernel/index.ts";
import { GiveConsent } from "./inputs.ts";
import {
  consentMachine,
  consentStateOf,
  consentStates,
  eventsForAnswer,
  type ConsentEvent,
  type ConsentState,
} from "./machine.ts";
import { consentPolicy, type ConsentFacts } from "./policy.ts";

// Saturday, fiscal year 2026.
const now = new Date("2026-11-21T10:00:00+09:00");
const today = civilDateOf("2026-11-21");
const uuid = (n: number): string => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const me = asId<"user">(uuid(1));
const department = asId<"department">(uuid(11));

const staff = (code: RoleCode): StaffActor => ({
  kind: "staff",
  municipalityId: asId(uuid(21)),
  userId: me,
  departmentId: department,
  roles: [{ code, scopeKind: "municipality", scopeId: null }],
  assurance: 1,
  freshUntil: new Date("2100-01-01T00:00:00Z"),
});
const facts = (changes: Partial<ConsentFacts> = {}): ConsentFacts => ({
  municipalityId: asId(uuid(21)),
  assigneeIds: [me],
  assigneeDepartmentIds: [department],
  isCaseClosed: false,
  isMember: true,
  grantStates: ["given"],
  ...changes,
});
const ask = (verb: keyof typeof consentPolicy.rules, role: RoleCode, about: ConsentFacts) =>
  consentPolicy.rules[verb]({ actor: staff(role), facts: about, now, today });

describe("machine of consent (SM-02)", () => {
  const not = null;
  const table: Record<ConsentEvent, Record<ConsentState, ConsentState | null>> = {
    ask: { notAsked: "asked", asked: not, refused: "asked", given: "asked", withdrawn: "asked", expired: "asked" },
    refuse: { notAsked: not, asked: "refused", refused: not, given: not, withdrawn: not, expired: not },
    give: { notAsked: not, asked: "given", refused: not, given: not, withdrawn: not, expired: not },
    withdraw: { notAsked: not, asked: not, refused: not, given: "withdrawn", withdrawn: not, expired: not },
  };
  for (const event of ["ask", "refuse", "give", "withdraw"] as const satisfies readonly ConsentEvent[]) {
    it.each(consentStates)(`${event} from %s leads where the table says`, (state) => {
      const to = table[event][state];
      expect(canFire(consentMachine, event, state)).toBe(to !== not);
      if (to === not) {
        expect(() => transition("consent", consentMachine, { event, state })).toThrow("consent.invalid_state");
      } else {
        expect(transition("consent", consentMachine, { event, state })).toBe(to);
      }
    });
  }

  it.each(consentStates)("from %s no answer is stored without its question", (state) => {
    expect(eventsForAnswer(state, "give")).toEqual(state === "asked" ? ["given"] : ["asked", "given"]);
    expect(eventsForAnswer(state, "refuse")).toEqual(state === "asked" ? ["refused"] : ["asked", "refused"]);
  });

  const history = (...kinds: ("asked" | "refused" | "given" | "withdrawn")[]) =>
    kinds.map((kind) => ({ purpose: "support" as const, kind }));
  it.each<[string, ReturnType<typeof history>, boolean, ConsentState]>([
    ["nothing stored", [], false, "notAsked"],
    ["asked", history("asked"), false, "asked"],
    ["refused", history("asked", "refused"), false, "refused"],
    ["given", history("asked", "given"), true, "given"],
    ["given, its time over", history("asked", "given"), false, "expired"],
    ["withdrawn", history("asked", "given", "withdrawn"), false, "withdrawn"],
    ["one of two withdrawn", history("asked", "given", "asked", "given", "withdrawn"), true, "given"],
    ["a wider one refused", history("asked", "given", "asked", "refused"), true, "given"],
    ["asked again", history("asked", "given", "asked"), true, "asked"],
  ])("reads %s from its events", (_title, events, isInForce, state) => {
    expect(consentStateOf("support", events, isInForce)).toBe(state);
    expect(consentStateOf("partnerDisclosure", events, false)).toBe("notAsked");
  });
});

describe("who may do what with a consent", () => {
  it.each<[string, keyof typeof consentPolicy.rules, RoleCode, ConsentFacts, unknown]>([
    ["the team reads", "read", "consultationAgent", facts(), true],
    ["others do not", "read", "caseCoordinator", facts({ assigneeIds: [] }), "case.not_in_your_care"],
    ["a platform administrator never", "read", "platformAdministrator", facts(), "case.not_in_your_care"],
    ["a case worker records asking", "ask", "outreachWorker", facts(), true],
    ["and refusing", "refuse", "caseCoordinator", facts(), true],
    ["and giving", "give", "caseCoordinator", facts({ grantStates: [] }), true],
    ["a reader does not record giving", "give", "sectionOfficer", facts(), "case.role_missing"],
    [
      "nothing is asked in a closed case",
      "give",
      "caseCoordinator",
      facts({ isCaseClosed: true }),
      "consent.case_closed",
    ],
    [
      "nor of somebody who left the household",
      "ask",
      "caseCoordinator",
      facts({ isMember: false }),
      "consent.person_left",
    ],
    ["a given consent is narrowed", "narrow", "caseCoordinator", facts(), true],
    ["an expired one is not", "narrow", "caseCoordinator", facts({ grantStates: ["expired"] }), "consent.expired"],
    ["anybody of the team withdraws", "withdraw", "sectionOfficer", facts(), true],
    ["a supervisor withdraws too", "withdraw", "supervisor", facts({ assigneeIds: [] }), true],
    [
      "also in a closed case, after the person left",
      "withdraw",
      "consultationAgent",
      facts({ isCaseClosed: true, isMember: false }),
      true,
    ],
    ["also before its first day", "withdraw", "caseCoordinator", facts({ grantStates: ["upcoming"] }), true],
    ["not twice", "withdraw", "caseCoordinator", facts({ grantStates: ["withdrawn"] }), "consent.already_withdrawn"],
    [
      "all at once, if one is open",
      "withdrawAll",
      "caseCoordinator",
      facts({ grantStates: ["withdrawn", "given"] }),
      true,
    ],
    [
      "not if there is none",
      "withdrawAll",
      "caseCoordinator",
      facts({ grantStates: [] }),
      "consent.nothing_to_withdraw",
    ],
  ])("%s", (_title, verb, role, about, verdict) => {
    expect(ask(verb, role, about)).toBe(verdict);
  });
});

describe("the form of a consent (D-02)", () => {
  const valid = {
    requestId: uuid(31),
    personId: uuid(32),
    purpose: "partnerDisclosure",
    organizationIds: [uuid(33)],
    dataGroups: ["identity", "wishes"],
    givenOn: "2026-11-21",
    lastOn: "",
    form: "written",
    givenBy: "person",
  };
  it("accepts a written consent to one organization", () => {
    expect(GiveConsent.parse(valid)).toMatchObject({ lastOn: null, departmentIds: [], representativeName: null });
  });
  it.each<[string, Record<string, unknown>, [string, string][]]>([
    ["a partner consent without organization", { organizationIds: [] }, [["organizationIds", "not_chosen"]]],
    ["a partner consent to a department", { departmentIds: [uuid(34)] }, [["departmentIds", "not_a_choice"]]],
    [
      "an information-sharing consent to an organization",
      { purpose: "informationSharing" },
      [
        ["departmentIds", "not_chosen"],
        ["organizationIds", "not_a_choice"],
      ],
    ],
    [
      "a support consent with recipients or groups",
      { purpose: "support" },
      [
        ["organizationIds", "not_a_choice"],
        ["dataGroups", "not_a_choice"],
      ],
    ],
    ["a consent to nothing", { dataGroups: [] }, [["dataGroups", "not_chosen"]]],
    ["an end before its beginning", { lastOn: "2026-11-20" }, [["lastOn", "before_start"]]],
    ["more than a year", { lastOn: "2027-11-21" }, [["lastOn", "out_of_range"]]],
    ["an oral consent without witness or note", { form: "oral" }, [["formNote", "required"]]],
    [
      "an unnamed representative",
      { givenBy: "legalRepresentative" },
      [
        ["representativeName", "required"],
        ["representativeCapacity", "not_chosen"],
      ],
    ],
  ])("refuses %s", (_title, changes, expected) => {
    const issues = GiveConsent.safeParse({ ...valid, ...changes }).error?.issues ?? [];
    expect(issues.map((issue) => [issue.path.join("."), issue.message])).toEqual(expected);
  });
  it.each([
    ["with a witness", { form: "oral", witness: "架空 次郎" }],
    ["with a note of when and how", { form: "oral", formNote: "訪問時に口頭で" }],
    ["up to the last day of a year", { lastOn: "2027-11-20" }],
  ])("accepts one %s", (_title, changes) => {
    expect(GiveConsent.safeParse({ ...valid, ...changes }).success).toBe(true);
  });
});
