import { civilDateOf } from "@tsunagari/domain/kernel";
import { describe, expect, it } from "vitest";
import { permissionText } from "./permission-text.ts";

const today = civilDateOf("2026-07-01");
const year = { isInForce: true, sinceOn: civilDateOf("2026-04-01"), untilOn: civilDateOf("2027-04-01") };

describe("the permission to receive referrals in words", () => {
  it("names the last day, not the day after it", () => {
    expect(permissionText({ permissionState: "inForce", permissions: [year] }, today)).toBe(
      "許可あり（2027年3月31日（水）まで）",
    );
  });

  it("names no day where it is open-ended", () => {
    expect(permissionText({ permissionState: "inForce", permissions: [{ ...year, untilOn: null }] }, today)).toBe(
      "許可あり",
    );
  });

  it("names the first day to come, and passes over one that was taken back before it began", () => {
    const sinceOn = civilDateOf("2026-08-01");
    const permissions = [
      { isInForce: false, sinceOn: civilDateOf("2026-09-01"), untilOn: null },
      { isInForce: false, sinceOn: civilDateOf("2026-07-15"), untilOn: civilDateOf("2026-07-15") },
      { isInForce: false, sinceOn, untilOn: null },
    ];
    expect(permissionText({ permissionState: "planned", permissions }, today)).toBe(
      "2026年8月1日（土）から許可されます",
    );
  });
});
