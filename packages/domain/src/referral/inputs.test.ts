import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { DeclineReferral, MarkReferralNotHelped, UpdateReferralDraft, WaitlistReferral } from "./inputs.ts";

const id = "01932f5c-0000-7000-8000-000000000001";
const locked = { requestId: id, referralId: id, version: 1 };
const issuesOf = (schema: z.ZodType, value: unknown) => {
  const result = schema.safeParse(value);
  return result.success
    ? []
    : result.error.issues.map((issue) => ({ path: issue.path.join("."), code: issue.message }));
};

describe("inputs of a referral", () => {
  it.each([DeclineReferral, MarkReferralNotHelped])("asks for words with the reason «other»", (schema) => {
    expect(issuesOf(schema, { ...locked, reasonCode: "other", reasonText: " " })).toEqual([
      { path: "reasonText", code: "required" },
    ]);
    expect(issuesOf(schema, { ...locked, reasonCode: "no_capacity" })).toEqual([]);
  });

  it("takes an open date on the waiting list as «unknown»", () => {
    expect(WaitlistReferral.parse({ ...locked, expectedOn: "" }).expectedOn).toBeNull();
  });

  it("keeps a My Number out of the packet, also in full width", () => {
    expect(
      issuesOf(UpdateReferralDraft, { ...locked, packet: { needs: "番号は１２３４５６７８９０１８です" } }),
    ).toEqual([{ path: "packet.needs", code: "my_number" }]);
  });

  it("refuses a packet field that nobody declared", () => {
    expect(issuesOf(UpdateReferralDraft, { ...locked, packet: { diagnosis: "…" } })).toEqual([
      { path: "packet", code: "unknown_field" },
    ]);
  });

  it("takes each of the person's fields once", () => {
    const parsed = UpdateReferralDraft.parse({ ...locked, packet: { personFields: ["phone", "phone"] } });
    expect(parsed.packet.personFields).toEqual(["phone"]);
  });
});
