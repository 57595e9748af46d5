import { describe, expect, it } from "vitest";
import { mailAttempts, mailStateOf, nextMailAttempt } from "./mail-delivery.ts";

const now = new Date("2026-05-12T00:00:00Z");
const minutesUntil = (attempts: number): number | null => {
  const at = nextMailAttempt(attempts, "unreachable", now);
  return at === null ? null : (at.getTime() - now.getTime()) / 60_000;
};

describe("a mail that did not go", () => {
  it("is tried again after 1, 5, 25 … minutes, at most half a day, and is left after the eighth time", () => {
    expect(Array.from({ length: mailAttempts }, (_, index) => minutesUntil(index + 1))).toEqual([
      1,
      5,
      25,
      125,
      625,
      720,
      720,
      null,
    ]);
  });

  it.each(["no_recipient", "superseded", "unreadable"] as const)(
    "is left at once where waiting does not help: %s",
    (failure) => {
      expect(nextMailAttempt(1, failure, now)).toBeNull();
    },
  );
});

it("a mail is sent, left, or waits", () => {
  expect(mailStateOf({ sentAt: now, failedAt: null })).toBe("sent");
  expect(mailStateOf({ sentAt: null, failedAt: now })).toBe("failed");
  expect(mailStateOf({ sentAt: null, failedAt: null })).toBe("waiting");
});
