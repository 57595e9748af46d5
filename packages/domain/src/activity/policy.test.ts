import { describe, expect, test } from "vitest";
import {
  city,
  eastArea,
  moment,
  ourOrganization,
  personaNames,
  personas,
  westArea,
} from "../organization/personas.fixture.ts";
import { activityStatuses, type ActivityStatus, type WorkingStatus } from "./activity.ts";
import { activityPolicy, type ActivityFacts } from "./policy.ts";

type Verb = keyof typeof activityPolicy.rules;

/** A new activity's only version is in the state of the activity; a published one has none unless a change is given. */
const facts = (status: ActivityStatus, changes: Partial<ActivityFacts> = {}): ActivityFacts => ({
  municipalityId: city,
  organizationId: ourOrganization,
  organizationStatus: "active",
  status,
  workingStatus: status === "draft" || status === "submitted" || status === "returned" ? status : null,
  areaIds: [eastArea],
  ...changes,
});
const whoMay = (verb: Verb, of: ActivityFacts) =>
  personaNames.filter((name) => activityPolicy.rules[verb]({ actor: personas[name], facts: of, ...moment }) === true);

const own = ["owner", "editor", "receiver"];
const editors = ["owner", "editor"];
const moderators = ["administrator", "coordinator", "eastCoordinator"];
const otherStaff = ["platformCoordinator", "caseCoordinator"];

describe("who may, state by state", () => {
  const table: Record<ActivityStatus, Partial<Record<Verb, readonly string[]>>> = {
    draft: { read: own, amend: editors, submit: editors, discard: editors, setReferralCapacity: own },
    submitted: {
      read: [...moderators, ...own],
      takeBack: editors,
      approve: moderators,
      return: moderators,
      setReferralCapacity: own,
    },
    returned: {
      read: [...moderators, ...own],
      amend: editors,
      submit: editors,
      discard: editors,
      setReferralCapacity: own,
    },
    published: {
      read: [...moderators, ...otherStaff, ...own],
      amend: editors,
      confirm: [...moderators, ...editors],
      end: [...moderators, ...editors],
      setReferralCapacity: own,
    },
    ended: { read: [...moderators, ...otherStaff, ...own] },
    discarded: {},
  };
  const verbs = Object.keys(activityPolicy.rules) as Verb[];

  test.each(activityStatuses.flatMap((status) => verbs.map((verb) => [status, verb] as const)))(
    "%s: %s",
    (status, verb) => {
      expect(whoMay(verb, facts(status))).toEqual(table[status][verb] ?? []);
    },
  );
});

describe("a change to a published activity", () => {
  test.each<[WorkingStatus, Partial<Record<Verb, readonly string[]>>]>([
    ["draft", { amend: editors, submit: editors, discard: editors }],
    ["submitted", { takeBack: editors, approve: moderators, return: moderators }],
    ["returned", { amend: editors, submit: editors, discard: editors }],
  ])("%s", (workingStatus, expected) => {
    for (const verb of ["amend", "submit", "takeBack", "approve", "return", "discard"] as const) {
      expect([verb, whoMay(verb, facts("published", { workingStatus }))]).toEqual([verb, expected[verb] ?? []]);
    }
  });
});

describe("limits", () => {
  test("a coordinator approves in her own area only", () => {
    expect(whoMay("approve", facts("submitted", { areaIds: [westArea] }))).toEqual(["administrator", "coordinator"]);
    expect(whoMay("approve", facts("submitted", { areaIds: [] }))).toEqual(["administrator", "coordinator"]);
  });

  test("of an organization that is not active nothing is submitted or approved", () => {
    const suspended = { organizationStatus: "suspended" } as const;
    expect(whoMay("submit", facts("draft", suspended))).toEqual([]);
    expect(whoMay("approve", facts("submitted", suspended))).toEqual([]);
  });

  test("the reason says why", () => {
    const ask = (verb: Verb, status: ActivityStatus, changes: Partial<ActivityFacts> = {}) =>
      activityPolicy.rules[verb]({ actor: personas.owner, facts: facts(status, changes), ...moment });
    expect(ask("amend", "submitted")).toBe("activity.waits_for_approval");
    expect(ask("submit", "published")).toBe("activity.nothing_to_submit");
    expect(ask("approve", "submitted")).toBe("activity.moderator_only");
    expect(ask("end", "draft")).toBe("activity.not_published");
    expect(ask("submit", "draft", { organizationStatus: "closed" })).toBe("activity.organization_not_active");
  });

  test("entries", () => {
    const may = (entry: keyof typeof activityPolicy.entries) =>
      personaNames.filter(
        (name) => activityPolicy.entries[entry]({ actor: personas[name], facts: null, ...moment }) === true,
      );
    expect(may("search")).toEqual(personaNames);
    expect(may("getPublic")).toEqual(personaNames);
    expect(may("remindVerification")).toEqual(["worker"]);
    expect(may("create")).toEqual([...editors, "otherOwner"]);
    expect(may("list")).toEqual([...moderators, ...otherStaff, "otherCity", ...own, "otherOwner"]);
    expect(may("listSubmitted")).toEqual([...moderators, "platformCoordinator", "otherCity"]);
  });
});
