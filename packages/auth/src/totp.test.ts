import { describe, expect, it } from "vitest";
import { createTotpSecret, totpCode, totpStep, totpUri } from "./totp.ts";

/** "12345678901234567890" of RFC 6238, appendix B, in base 32; the vectors there have eight digits, ours are the last six. */
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const at = (seconds: number): Date => new Date(seconds * 1000);

describe("codes of an authenticator app", () => {
  it.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_111_111_111, "050471"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
    [20_000_000_000, "353130"],
  ])("are those of RFC 6238 at %i seconds", (seconds, code) => {
    expect(totpCode(secret, at(seconds))).toBe(code);
    expect(totpStep(secret, code, at(seconds))).toBe(Math.floor(seconds / 30));
  });

  it.each([
    [-2, null],
    [-1, -1],
    [0, 0],
    [1, 1],
    [2, null],
  ])("of %i steps away are taken as of step %s", (steps, taken) => {
    const now = at(1_200_000_000);
    const code = totpCode(secret, at(1_200_000_000 + steps * 30));
    expect(totpStep(secret, code, now)).toBe(taken === null ? null : 40_000_000 + taken);
  });

  it.each(["", "28708", "2870820", "abcdef", "28708 2", "２８７０８２"])("are nothing else: %j", (code) => {
    expect(totpStep(secret, code, at(59))).toBeNull();
  });

  it("come from secrets of 160 bits, no two alike, that the app is told with its parameters", () => {
    const secrets = Array.from({ length: 20 }, createTotpSecret);
    expect(new Set(secrets).size).toBe(20);
    for (const one of secrets) expect(one).toMatch(/^[A-Z2-7]{32}$/u);
    const uri = new URL(totpUri(secret, { issuer: "つながり 春日井市", label: "a@example.jp" }));
    expect(uri.protocol).toBe("otpauth:");
    expect(Object.fromEntries(uri.searchParams)).toMatchObject({
      secret,
      algorithm: "SHA1",
      digits: "6",
      period: "30",
    });
  });
});
