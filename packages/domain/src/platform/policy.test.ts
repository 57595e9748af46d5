import { describe, expect, test } from "vitest";
import { asId } from "../kernel/index.ts";
import { city, eastArea, moment, ourOrganization, personaNames, personas } from "../organization/personas.fixture.ts";
import { membershipStatuses, type MembershipStatus } from "./platform.ts";
import { platformPolicy, type PlatformFacts } from "./policy.ts";

type Verb = keyof typeof platformPolicy.rules;
const facts = (membershipStatus: MembershipStatus | null, changes: Partial<PlatformFacts> = {}): PlatformFacts => ({
  municipalityId: city,
  platformId: asId<"platform">("platform"),
  status: "active",
  isModuleOn: true,
  memberTypes: ["organization", "consultationAgency", "individual"],
  areaIds: [eastArea],
  organization: { organizationId: ourOrganization, status: "active" },
  membershipStatus,
  ...changes,
});
const whoMay = (verb: Verb, of: PlatformFacts) =>
  personaNames.filter((name) => platformPolicy.rules[verb]({ actor: personas[name], facts: of, ...moment }) === true);

const own = ["owner", "editor", "receiver"];
const editors = ["owner", "editor"];
const operators = ["administrator", "coordinator", "eastCoordinator", "platformCoordinator"];
const staff = [...operators, "caseCoordinator"];

describe("who may, by the state of the membership", () => {
  const table: Record<MembershipStatus | "none", Partial<Record<Verb, readonly string[]>>> = {
    none: { requestToJoin: editors },
    applied: { cancelApplication: editors, approve: operators, decline: operators },
    cancelled: { requestToJoin: editors },
    declined: { requestToJoin: editors },
    active: {
      leave: [...operators, ...editors],
      listMembers: [...staff, ...own],
      listParticipants: [...staff, ...own],
    },
    left: { requestToJoin: editors },
  };
  const verbs = Object.keys(platformPolicy.rules) as Verb[];
  const states = [null, ...membershipStatuses];

  test.each(states.flatMap((state) => verbs.map((verb) => [state ?? "none", verb] as const)))(
    "%s: %s",
    (state, verb) => {
      const always: Partial<Record<Verb, readonly string[]>> = {
        read: [...staff, ...own],
        listMembers: staff,
        listParticipants: staff,
        readIndividualNames: operators,
        addAgency: operators,
        addIndividual: operators,
        endParticipant: operators,
      };
      expect(whoMay(verb, facts(state === "none" ? null : state))).toEqual(table[state][verb] ?? always[verb] ?? []);
    },
  );
});

test("a closed platform takes nobody, an inactive organization is not taken", () => {
  expect(whoMay("requestToJoin", facts(null, { status: "closed" }))).toEqual([]);
  expect(whoMay("approve", facts("applied", { status: "closed" }))).toEqual([]);
  const suspended = { organization: { organizationId: ourOrganization, status: "suspended" } } as const;
  expect(whoMay("requestToJoin", facts(null, suspended))).toEqual([]);
  expect(whoMay("approve", facts("applied", suspended))).toEqual([]);
  expect(whoMay("decline", facts("applied", suspended))).toEqual(operators);
});

test("only whom the city admits is added, and who was added can be ended all the same", () => {
  const noAgencies = facts(null, { memberTypes: ["organization", "individual"] });
  expect([whoMay("addAgency", noAgencies), whoMay("addIndividual", noAgencies)]).toEqual([[], operators]);
  const noIndividuals = facts(null, { memberTypes: ["consultationAgency"] });
  expect([whoMay("addAgency", noIndividuals), whoMay("addIndividual", noIndividuals)]).toEqual([operators, []]);
  expect(whoMay("endParticipant", facts(null, { memberTypes: ["organization"] }))).toEqual(operators);
});

test("an organization that applied is told so, a member that it is one", () => {
  const ask = (status: MembershipStatus) =>
    platformPolicy.rules.requestToJoin({ actor: personas.owner, facts: facts(status), ...moment });
  expect(ask("applied")).toBe("platform.already_applied");
  expect(ask("active")).toBe("platform.already_member");
});

test("entries", () => {
  const may = (entry: keyof typeof platformPolicy.entries) =>
    personaNames.filter(
      (name) => platformPolicy.entries[entry]({ actor: personas[name], facts: null, ...moment }) === true,
    );
  expect(may("list")).toEqual([...staff, "otherCity", ...own, "otherOwner"]);
  expect(may("listMemberships")).toEqual([...staff, "otherCity"]);
  expect(may("countMembersAsOf")).toEqual([...staff, "auditor", "adviser", "otherCity"]);
  expect(may("establish")).toEqual(["administrator", "otherCity"]);
});

describe("what the city has said about its platforms", () => {
  const ask = (verb: Verb, of: PlatformFacts, who: (typeof personaNames)[number]) =>
    platformPolicy.rules[verb]({ actor: personas[who], facts: of, ...moment });

  test("nobody joins where the room is closed, and who is a member may still leave and read", () => {
    const closed = { isModuleOn: false };
    expect(ask("requestToJoin", facts(null, closed), "owner")).toBe("platform.module_off");
    expect(ask("approve", facts("applied", closed), "administrator")).toBe("platform.module_off");
    expect(ask("decline", facts("applied", closed), "administrator")).toBe(true);
    expect(ask("leave", facts("active", closed), "owner")).toBe(true);
    expect(ask("read", facts("active", closed), "owner")).toBe(true);
  });

  test("an organization joins only where the city admits organizations", () => {
    const individualsOnly = { memberTypes: ["individual"] as const };
    expect(ask("requestToJoin", facts(null, individualsOnly), "owner")).toBe("platform.member_type_not_allowed");
    expect(ask("approve", facts("applied", individualsOnly), "administrator")).toBe("platform.member_type_not_allowed");
  });
});
