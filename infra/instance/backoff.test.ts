import { describe, expect, it } from "vitest";
import { nextDelay } from "./backoff.ts";

describe("the wait before a restart", () => {
  it("doubles while the program keeps dying at once, up to half a minute", () => {
    const waits = [0];
    for (let death = 0; death < 8; death += 1) waits.push(nextDelay(waits.at(-1) ?? 0, 100));
    expect(waits.slice(1)).toEqual([500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
  });

  it("begins anew after a minute of good health", () => {
    expect(nextDelay(16_000, 60_000)).toBe(500);
    expect(nextDelay(16_000, 59_999)).toBe(30_000);
  });
});
