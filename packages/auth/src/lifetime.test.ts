import { describe, expect, it } from "vitest";
import { absoluteHours, endsAt, idleMinutes, isAlive, shouldNoteActivity } from "./lifetime.ts";

const signedInAt = new Date("2026-04-01T00:00:00Z");
const after = (seconds: number) => new Date(signedInAt.getTime() + seconds * 1000);

describe("the end of a session", () => {
  it.each([
    ["staff", 15 * 60],
    ["partner", 30 * 60],
  ] as const)("a quiet %s session is alive one second before the limit and over at it", (portal, limit) => {
    const times = { lastSeenAt: signedInAt, expiresAt: after(absoluteHours * 3600), idleMinutes: idleMinutes[portal] };
    expect(isAlive(times, after(limit - 1))).toBe(true);
    expect(isAlive(times, after(limit))).toBe(false);
    expect(isAlive(times, after(limit + 1))).toBe(false);
  });

  it("activity cannot carry a session past twelve hours", () => {
    const limit = absoluteHours * 3600;
    const times = { lastSeenAt: after(limit - 60), expiresAt: after(limit), idleMinutes: 15 };
    expect(endsAt(times)).toEqual(after(limit));
    expect(isAlive(times, after(limit - 1))).toBe(true);
    expect(isAlive(times, after(limit + 1))).toBe(false);
  });

  it("notes activity at most once a minute", () => {
    const times = { lastSeenAt: signedInAt, expiresAt: after(absoluteHours * 3600), idleMinutes: 15 };
    expect(shouldNoteActivity(times, after(59))).toBe(false);
    expect(shouldNoteActivity(times, after(60))).toBe(true);
  });
});
