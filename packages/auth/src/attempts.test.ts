import { describe, expect, it } from "vitest";
import { householdOf, networkOf } from "./attempts.ts";

describe("the neighborhood of an address", () => {
  it.each([
    ["203.0.113.7", "203.0.113.250"],
    ["::ffff:203.0.113.7", "203.0.113.8"],
    ["2001:db8:1:2:3:4:5:6", "2001:0DB8:1:2::9"],
    ["::1", "::2"],
  ])("%s and %s share it", (first, second) => {
    expect(networkOf(first)).toBe(networkOf(second));
  });

  it.each([
    ["203.0.113.7", "203.0.114.7"],
    ["2001:db8:1:2::1", "2001:db8:1:3::1"],
  ])("%s and %s do not", (first, second) => {
    expect(networkOf(first)).not.toBe(networkOf(second));
  });
});

describe("who asks, as far as an address tells", () => {
  it("is one machine of IPv4 and one /64 of IPv6", () => {
    expect(householdOf("203.0.113.7")).not.toBe(householdOf("203.0.113.8"));
    expect(householdOf("2001:db8:1:2::1")).toBe(householdOf("2001:DB8:1:2:ffff::9"));
    expect(householdOf("2001:db8:1:2::1")).not.toBe(householdOf("2001:db8:1:3::1"));
  });
});
