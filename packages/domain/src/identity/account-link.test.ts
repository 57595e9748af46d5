import { describe, expect, it } from "vitest";
import { accessStateOf, type Access } from "./account-link.ts";

const now = new Date("2026-05-12T00:00:00Z");
const after = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const fresh: Access = { status: "active", hasPassword: false, isOneTime: false, invitedUntil: null };

describe("how far an account has come", () => {
  it.each([
    [{ status: "deactivated", hasPassword: true } as const, "deactivated"],
    [{ hasPassword: true }, "inUse"],
    [{ hasPassword: true, isOneTime: true }, "handedOver"],
    [{ invitedUntil: after(1) }, "invited"],
    [{ invitedUntil: after(0) }, "invitationExpired"],
    [{ invitedUntil: after(-1) }, "invitationExpired"],
    [{}, "notInvited"],
    [{ hasPassword: true, invitedUntil: after(1) }, "inUse"],
  ])("%j is %s", (access, state) => {
    expect(accessStateOf({ ...fresh, ...access }, now)).toBe(state);
  });
});
