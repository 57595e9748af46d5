import { describe, expect, it } from "vitest";
import { civilDateOf } from "../kernel/index.ts";
import type { MemberFacts } from "./policy.ts";
import { byDate, nextCaseStep, type CaseTask } from "./task.ts";

const self: MemberFacts = { isSelf: true, isAdult: true, hasInvolvedAgencies: true, hasInformationSharing: true };
const mother: MemberFacts = { ...self, isSelf: false };

describe("the next step of a case", () => {
  it.each([
    ["a closed case waits for nothing", "closed", [{ ...self, hasInformationSharing: false }], null],
    ["an intake asks for the consent first", "intake", [{ ...self, hasInformationSharing: false }], "askConsent"],
    [
      "another member's consent does not stand for it",
      "intake",
      [{ ...self, hasInformationSharing: false }, mother],
      "askConsent",
    ],
    [
      "with the consent the assessment begins",
      "intake",
      [self, { ...mother, hasInvolvedAgencies: false }],
      "beginAssessment",
    ],
    [
      "agencies of everybody are listed",
      "assessing",
      [self, { ...mother, hasInvolvedAgencies: false }],
      "listAgencies",
    ],
    [
      "other adults are asked too",
      "assessing",
      [self, { ...mother, hasInformationSharing: false }],
      "askMemberConsents",
    ],
    [
      "a child is not",
      "assessing",
      [self, { ...mother, isAdult: false, hasInformationSharing: false }],
      "beginPlanning",
    ],
    ["a plan under way waits for nothing here", "planning", [self], null],
    [
      "a consent that lapsed during planning is asked again",
      "planning",
      [{ ...self, hasInformationSharing: false }],
      "askConsent",
    ],
  ] as const)("%s", (_title, status, members, step) => {
    expect(nextCaseStep({ status, members })).toBe(step);
  });

  it("stands below what has a date, and the earliest date on top", () => {
    const task = (kind: CaseTask["kind"], on: string | null): CaseTask => ({
      kind,
      on: on === null ? null : civilDateOf(on),
    });
    const tasks = [
      task("beginPlanning", null),
      task("renewConsent", "2026-06-02"),
      task("referralAnswer", "2026-05-30"),
    ];
    expect(tasks.toSorted(byDate).map(({ kind }) => kind)).toEqual(["referralAnswer", "renewConsent", "beginPlanning"]);
  });
});
