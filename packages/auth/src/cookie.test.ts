import { describe, expect, it } from "vitest";
import { blankSessionCookie, readSessionCookie, sessionCookie } from "./cookie.ts";

const token = "abcdefghij234567abcdefghij234567abcdefgh";
const https = { isHttps: true };
const http = { isHttps: false };

describe("session cookies", () => {
  it("are bound to host and https, and out of reach of scripts", () => {
    expect(sessionCookie(token, "staff", https)).toBe(
      `__Host-staff=${token}; HttpOnly; Path=/; SameSite=Strict; Secure`,
    );
    expect(sessionCookie(token, "partner", https)).toBe(
      `__Host-partner=${token}; HttpOnly; Path=/; SameSite=Lax; Secure`,
    );
  });

  it("carry no prefix in the demo on http, where browsers would refuse it", () => {
    expect(sessionCookie(token, "partner", http)).toBe(`partner=${token}; HttpOnly; Path=/; SameSite=Lax`);
  });

  it("signing out of one portal names its own cookie only", () => {
    expect(blankSessionCookie("staff", https)).toMatch(/^__Host-staff=; .*Max-Age=0/u);
    expect(blankSessionCookie("staff", https)).not.toContain("partner");
  });

  it("are read for their own portal only", () => {
    const header = `theme=dark; __Host-staff=${token}`;
    expect(readSessionCookie(header, "staff", https)).toBe(token);
    expect(readSessionCookie(header, "partner", https)).toBeNull();
    expect(readSessionCookie(header, "staff", http)).toBeNull();
  });

  it.each(["__Host-staff=%zz", "__Host-staff=", "__Host-staff", ";;=;", "__Host-staff=' or 1=1 --"])(
    "a header that holds no token is no session and no error: %s",
    (header) => {
      expect(readSessionCookie(header, "staff", https)).toBeNull();
    },
  );
});
