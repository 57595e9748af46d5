// @vitest-environment node
import { describe, expect, it } from "vitest";
import { returnAddress } from "./return-address.ts";

describe("the address to come back to", () => {
  it.each([
    ["/referrals/1?tab=packet", "/referrals/1?tab=packet"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["/sign-in?back=/", "/"],
    ["/a\nb", "/"],
    [undefined, "/"],
  ])("%s leads to %s", (wanted, address) => {
    expect(returnAddress(wanted)).toBe(address);
  });
});
