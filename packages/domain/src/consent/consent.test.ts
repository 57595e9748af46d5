import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataGroups, type DataGroup } from "../case/index.ts";
import { addDays, asId, civilDateAt, civilDateOf, type CivilDate } from "../kernel/index.ts";
import {
  consentPurposes,
  grantCoveredOn,
  grantCovers,
  grantStateOn,
  isNarrowerGrant,
  untilOf,
  type ConsentGrant,
  type ConsentNeed,
  type ConsentPurpose,
  type ConsentRecipient,
} from "./consent.ts";

const uuid = (n: number): string => `019a0000-0000-7000-8000-${String(n).padStart(12, "0")}`;
const firstDay = civilDateOf("2026-04-01");
const recipients: readonly ConsentRecipient[] = [1, 2, 3].flatMap((n) => [
  { kind: "department" as const, id: asId<"department">(uuid(n)) },
  // The same uuid on purpose: a department's id must never stand in for an organization's.
  { kind: "organization" as const, id: asId<"organization">(uuid(n)) },
]);

const purposes = fc.constantFrom(...consentPurposes);
const days = fc.integer({ min: -5, max: 20 }).map((offset): CivilDate => addDays(firstDay, offset));
const grants: fc.Arbitrary<ConsentGrant> = fc.record({
  purpose: purposes,
  recipients: fc.subarray([...recipients]),
  dataGroups: fc.subarray([...dataGroups]),
  sinceOn: fc.constant(firstDay),
  untilOn: fc.integer({ min: 1, max: 15 }).map((length) => addDays(firstDay, length)),
  withdrawnAt: fc.option(fc.date({ min: new Date("2026-03-30"), max: new Date("2026-04-20"), noInvalidDate: true })),
});
const needs: fc.Arbitrary<ConsentNeed> = fc.record({
  purpose: purposes,
  recipient: fc.option(fc.constantFrom(...recipients), { freq: 5 }),
  dataGroups: fc.subarray([...dataGroups], { maxLength: 3 }),
  on: days,
});

/** Stated again in other words, so that the predicate is compared with a second reading of D-02. */
const conditions = (grant: ConsentGrant, need: ConsentNeed) => ({
  purpose: grant.purpose === need.purpose,
  recipient:
    need.recipient === null
      ? grant.purpose === "support"
      : JSON.stringify(grant.recipients).includes(JSON.stringify(need.recipient)),
  groups: new Set([...grant.dataGroups, ...need.dataGroups]).size === grant.dataGroups.length,
  begun: !(need.on < grant.sinceOn),
  notOver: grant.untilOn === null || need.on < grant.untilOn,
  notWithdrawn: grant.withdrawnAt === null,
});

describe("grantCovers (D-02)", () => {
  it("covers only if purpose, recipient, every group and the day lie in the grant and it is not withdrawn", () => {
    fc.assert(
      fc.property(grants, needs, (grant, need) => {
        expect(grantCovers(grant, need)).toBe(Object.values(conditions(grant, need)).every(Boolean));
      }),
      { numRuns: 2000 },
    );
  });

  const covered: { grant: ConsentGrant; need: ConsentNeed } = {
    grant: {
      purpose: "partnerDisclosure",
      recipients: recipients.slice(1, 2),
      dataGroups: ["identity", "wishes"],
      sinceOn: firstDay,
      untilOn: addDays(firstDay, 10),
      withdrawnAt: null,
    },
    need: {
      purpose: "partnerDisclosure",
      recipient: recipients[1] ?? null,
      dataGroups: ["wishes"],
      on: firstDay,
    },
  };
  it("covers the case all the refusals below are made from", () => {
    expect(grantCovers(covered.grant, covered.need)).toBe(true);
  });
  it.each<[string, Partial<ConsentGrant>, Partial<ConsentNeed>]>([
    ["another purpose", {}, { purpose: "informationSharing" }],
    ["another organization", {}, { recipient: recipients[3] ?? null }],
    ["a department with the same id", {}, { recipient: recipients[0] ?? null }],
    ["no recipient", {}, { recipient: null }],
    ["one group too many", {}, { dataGroups: ["wishes", "health"] }],
    ["the day before", {}, { on: addDays(firstDay, -1) }],
    ["the first day after its end", {}, { on: addDays(firstDay, 10) }],
    ["a withdrawn grant, even for an earlier day", { withdrawnAt: new Date("2026-04-09T00:00:00Z") }, {}],
  ])("does not cover %s", (_title, grant, need) => {
    expect(grantCovers({ ...covered.grant, ...grant }, { ...covered.need, ...need })).toBe(false);
  });

  it("the last day is covered", () => {
    expect(grantCovers(covered.grant, { ...covered.need, on: addDays(firstDay, 9) })).toBe(true);
  });

  it("a support consent covers support and no recipient at all", () => {
    const support: ConsentGrant = { ...covered.grant, purpose: "support", recipients: [], dataGroups: [] };
    const need: ConsentNeed = { purpose: "support", recipient: null, dataGroups: [], on: firstDay };
    expect(grantCovers(support, need)).toBe(true);
    expect(grantCovers(support, { ...need, recipient: recipients[1] ?? null })).toBe(false);
  });
});

describe("grantCoveredOn, for what has happened", () => {
  it("agrees with grantCovers while nothing is withdrawn, and ends on the day of the withdrawal", () => {
    fc.assert(
      fc.property(grants, needs, (grant, need) => {
        const live = { ...grant, withdrawnAt: null };
        const until = grant.withdrawnAt === null ? null : civilDateAt(grant.withdrawnAt);
        expect(grantCoveredOn(grant, need)).toBe(grantCovers(live, need) && (until === null || need.on < until));
      }),
      { numRuns: 1000 },
    );
  });
});

/** A grant and one made from it by leaving out. */
const narrowed = grants.chain((grant) =>
  fc
    .record({ recipients: fc.subarray([...grant.recipients]), dataGroups: fc.subarray([...grant.dataGroups]) })
    .map((less): readonly [ConsentGrant, ConsentGrant] => [
      { ...grant, withdrawnAt: null },
      { ...grant, ...less, withdrawnAt: null },
    ]),
);

describe("narrowing (D-02)", () => {
  it("what a narrower grant covers, the old one covered", () => {
    fc.assert(
      fc.property(narrowed, needs, ([old, narrow], need) => {
        expect(isNarrowerGrant(old, narrow)).toBe(true);
        expect(!grantCovers(narrow, need) || grantCovers(old, need)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
  it("where something new is covered, it is not narrower", () => {
    fc.assert(
      fc.property(grants, grants, needs, (old, next, need) => {
        const [before, after] = [
          { ...old, withdrawnAt: null },
          { ...next, withdrawnAt: null },
        ];
        const isNew = grantCovers(after, need) && !grantCovers(before, need);
        expect(isNew && isNarrowerGrant(before, after)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
  const grant: ConsentGrant = {
    purpose: "partnerDisclosure",
    recipients: [...recipients],
    dataGroups: ["identity", "wishes"],
    sinceOn: firstDay,
    untilOn: addDays(firstDay, 10),
    withdrawnAt: null,
  };
  it.each<[string, Partial<ConsentGrant>, boolean]>([
    ["the same grant", {}, true],
    ["fewer groups", { dataGroups: ["wishes"] }, true],
    ["fewer recipients", { recipients: recipients.slice(0, 1) }, true],
    ["an earlier end", { untilOn: addDays(firstDay, 3) }, true],
    ["a later end", { untilOn: addDays(firstDay, 11) }, false],
    ["another group", { dataGroups: ["health"] satisfies DataGroup[] }, false],
    ["another purpose", { purpose: "informationSharing" satisfies ConsentPurpose }, false],
    ["another recipient", { recipients: [{ kind: "organization", id: asId<"organization">(uuid(9)) }] }, false],
  ])("%s is narrower: %3$s", (_title, changes, expected) => {
    expect(isNarrowerGrant(grant, { ...grant, ...changes })).toBe(expected);
  });
});

describe("dates of a grant", () => {
  it.each<[string, CivilDate, string | null, string]>([
    ["upcoming", addDays(firstDay, -1), null, "upcoming"],
    ["given on its first day", firstDay, null, "given"],
    ["given on its last day", addDays(firstDay, 9), null, "given"],
    ["expired the day after", addDays(firstDay, 10), null, "expired"],
    ["withdrawn, whatever the day", addDays(firstDay, 30), "2026-04-02T00:00:00Z", "withdrawn"],
  ])("is %s", (_title, on, withdrawnAt, state) => {
    const grant = {
      sinceOn: firstDay,
      untilOn: addDays(firstDay, 10),
      withdrawnAt: withdrawnAt === null ? null : new Date(withdrawnAt),
    };
    expect(grantStateOn(grant, on)).toBe(state);
  });

  it("ends after one year, after the months the city offers, or after the day that was wished", () => {
    expect(untilOf(civilDateOf("2026-11-21"), null)).toBe("2027-11-21");
    expect(untilOf(civilDateOf("2024-02-29"), null)).toBe("2025-02-28");
    expect(untilOf(civilDateOf("2026-11-21"), null, 6)).toBe("2027-05-21");
    expect(untilOf(civilDateOf("2026-11-21"), civilDateOf("2026-12-31"))).toBe("2027-01-01");
  });
});
