import { describe, expect, test } from "vitest";
import { asId, canFire, civilDateOf } from "../kernel/index.ts";
import { membershipMachine } from "./machine.ts";
import { AddIndividual } from "./inputs.ts";
import { countMembersOn, membershipStatuses, platformStatusOn, tellOutside, type DatedMembership } from "./platform.ts";

test("every state and every event of a membership", () => {
  const events = Object.keys(membershipMachine) as (keyof typeof membershipMachine)[];
  expect(
    Object.fromEntries(
      membershipStatuses.map((status) => [status, events.filter((event) => canFire(membershipMachine, event, status))]),
    ),
  ).toEqual({
    applied: ["cancel", "approve", "decline"],
    cancelled: [],
    declined: [],
    active: ["leave"],
    left: [],
  });
});

describe("members on a day", () => {
  const membership = (name: string, since: string | null, until: string | null): DatedMembership => ({
    organizationId: asId<"organization">(name),
    sinceOn: since === null ? null : civilDateOf(since),
    untilOn: until === null ? null : civilDateOf(until),
  });
  const rows = [
    membership("a", "2023-10-01", null),
    membership("b", "2023-10-01", "2025-04-01"),
    membership("b", "2025-10-01", null),
    membership("c", "2026-03-31", null),
    membership("d", null, null),
    membership("a", "2024-01-01", null),
  ];

  test.each([
    ["2023-09-30", 0],
    ["2023-10-01", 2],
    ["2025-03-31", 2],
    ["2025-04-01", 1],
    ["2026-03-30", 2],
    ["2026-03-31", 3],
  ])("on %s there are %i, each organization once, applicants none", (on, count) => {
    expect(countMembersOn(rows, civilDateOf(on))).toBe(count);
  });
});

test("outside the city a small number is told as below the limit, none as none (D-17)", () => {
  expect([0, 1, 4, 5].map((count) => tellOutside(count, 5))).toEqual([
    { count: 0, below: null },
    { count: null, below: 5 },
    { count: null, below: 5 },
    { count: 5, below: null },
  ]);
});

test("a minor is entered without a name and with the agreement of a guardian, an adult with a name (D-20)", () => {
  const codes = (person: object) => {
    const id = "01902f5e-7b00-7000-8000-000000000001";
    const ids = { requestId: id, platformId: id, sinceOn: "2026-05-13" };
    const parsed = AddIndividual.safeParse({ ...ids, ...person });
    return parsed.error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ?? [];
  };
  expect(codes({ isMinor: false, name: "架空 花子" })).toEqual([]);
  expect(codes({ isMinor: false, name: "" })).toEqual(["name required"]);
  expect(codes({ isMinor: true, name: "", guardianAgreedOn: "2026-05-13" })).toEqual([]);
  expect(codes({ isMinor: true, name: "架空 子", guardianAgreedOn: "2026-05-01" })).toEqual(["name invalid"]);
  expect(codes({ isMinor: true, guardianAgreedOn: "" })).toEqual(["guardianAgreedOn required"]);
  expect(codes({ isMinor: true, guardianAgreedOn: "2026-05-14" })).toEqual(["guardianAgreedOn out_of_range"]);
});

test("a prepared platform is active from its day on, a closed one stays closed", () => {
  const on = (status: "preparing" | "active" | "closed", day: string) =>
    platformStatusOn({ status, sinceOn: civilDateOf("2026-06-01") }, civilDateOf(day));
  expect([on("preparing", "2026-05-31"), on("preparing", "2026-06-01"), on("closed", "2026-06-01")]).toEqual([
    "preparing",
    "active",
    "closed",
  ]);
});
