import { describe, expect, it } from "vitest";
import { asId } from "./ids.ts";
import { canFire, transition, type Machine } from "./machine.ts";
import { allOf, anyOf, type Rule } from "./policy.ts";
import { civilDateOf } from "./time.ts";

type Facts = { readonly open: boolean };
type Reason = "test.first" | "test.second";
const yes: Rule<Facts, Reason> = () => true;
const first: Rule<Facts, Reason> = () => "test.first";
const second: Rule<Facts, Reason> = () => "test.second";
const question = {
  actor: { kind: "public", municipalityId: asId<"municipality">("m") },
  facts: { open: true },
  now: new Date(0),
  today: civilDateOf("2026-04-01"),
} as const;

describe("policy combinators", () => {
  it.each([
    [allOf(yes, yes), true],
    [allOf(yes, first, second), "test.first"],
    [anyOf(first, yes), true],
    [anyOf(yes, second), true],
    [anyOf(first, second), "test.second"],
  ] as const)("%# answers the first refusal of all and the last of any", (rule, verdict) => {
    expect(rule(question)).toBe(verdict);
  });
});

describe("machine", () => {
  type Door = "opened" | "closed";
  const door: Machine<Door> = {
    open: { from: ["closed"], to: "opened" },
    close: { from: ["opened"], to: "closed" },
  };

  it("moves where the table allows it", () => {
    expect(transition<Door, Machine<Door>>("test", door, { event: "open", state: "closed" })).toBe("opened");
    expect(canFire<Door, Machine<Door>>(door, "open", "opened")).toBe(false);
  });

  it("refuses every other step by name", () => {
    expect(() => transition<Door, Machine<Door>>("test", door, { event: "open", state: "opened" })).toThrow(
      "invalid_state: test.invalid_state",
    );
  });
});
