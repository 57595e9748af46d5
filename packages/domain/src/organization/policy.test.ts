import { describe, expect, test } from "vitest";
import { city, eastArea, moment, ourOrganization, personaNames, personas, westArea } from "./personas.fixture.ts";
import { canChangePlace, organizationPolicy, type OrganizationFacts } from "./policy.ts";

const facts = (changes: Partial<OrganizationFacts> = {}): OrganizationFacts => ({
  municipalityId: city,
  organizationId: ourOrganization,
  status: "active",
  areaIds: [eastArea],
  ...changes,
});
const whoMay = (verb: keyof typeof organizationPolicy.rules, of: OrganizationFacts) =>
  personaNames.filter(
    (name) => organizationPolicy.rules[verb]({ actor: personas[name], facts: of, ...moment }) === true,
  );

const moderators = ["administrator", "coordinator", "eastCoordinator"];

describe("who may, on an active organization with a place in the east", () => {
  test.each<[keyof typeof organizationPolicy.rules, readonly string[]]>([
    ["read", [...moderators, "platformCoordinator", "caseCoordinator", "owner", "editor", "receiver"]],
    ["amend", [...moderators, "owner", "editor"]],
    ["addPlace", [...moderators, "owner", "editor"]],
    ["amendPlace", [...moderators, "owner", "editor"]],
    ["endPlace", [...moderators, "owner", "editor"]],
    ["rename", moderators],
    ["suspend", ["administrator"]],
    ["resume", []],
    ["close", ["administrator"]],
    ["grantReferralPermission", ["administrator"]],
    ["revokeReferralPermission", ["administrator"]],
    ["recordTrait", moderators],
    ["endTrait", moderators],
  ])("%s: %j", (verb, names) => {
    expect(whoMay(verb, facts())).toEqual(names);
  });

  test("a coordinator of the east has no say in the west", () => {
    expect(whoMay("amend", facts({ areaIds: [westArea] }))).toEqual([
      "administrator",
      "coordinator",
      "owner",
      "editor",
    ]);
  });

  test("nobody changes a closed organization, and only a suspended one is resumed", () => {
    const closed = facts({ status: "closed" });
    for (const verb of [
      "amend",
      "addPlace",
      "rename",
      "suspend",
      "resume",
      "close",
      "grantReferralPermission",
    ] as const) {
      expect(whoMay(verb, closed)).toEqual([]);
    }
    expect(whoMay("resume", facts({ status: "suspended" }))).toEqual(["administrator"]);
    expect(whoMay("grantReferralPermission", facts({ status: "suspended" }))).toEqual([]);
  });

  test("entries", () => {
    const may = (entry: keyof typeof organizationPolicy.entries) =>
      personaNames.filter(
        (name) => organizationPolicy.entries[entry]({ actor: personas[name], facts: null, ...moment }) === true,
      );
    expect(may("list")).toEqual([...moderators, "platformCoordinator", "caseCoordinator", "otherCity"]);
    expect(may("register")).toEqual(["administrator", "coordinator", "otherCity"]);
  });
});

describe("a place", () => {
  test.each([
    [{ isEnded: false, isInUse: false, isCity: false }, true],
    [{ isEnded: false, isInUse: true, isCity: false }, "organization.place_in_use"],
    [{ isEnded: false, isInUse: true, isCity: true }, true],
    [{ isEnded: true, isInUse: false, isCity: true }, "organization.place_ended"],
  ])("%j may change: %s", (place, verdict) => {
    expect(canChangePlace(place)).toBe(verdict);
  });
});
