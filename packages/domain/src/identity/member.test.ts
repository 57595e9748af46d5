import { describe, expect, it } from "vitest";
import type { PartnerActor } from "../kernel/actor.ts";
import { asId } from "../kernel/ids.ts";
import { canBeGiven, InviteMember, ownsOrganization } from "./index.ts";

const own = asId<"organization">("01990000-0000-7000-8000-000000000001");
const other = asId<"organization">("01990000-0000-7000-8000-000000000002");
const actor = (role: Partial<PartnerActor["roles"][number]>): PartnerActor => ({
  kind: "partner",
  municipalityId: asId<"municipality">("01990000-0000-7000-8000-000000000003"),
  userId: asId<"user">("01990000-0000-7000-8000-000000000004"),
  organizationId: own,
  roles: [{ code: "owner", scopeKind: "organization", scopeId: asId<"scope">(own), ...role }],
  assurance: 1,
  freshUntil: new Date(0),
});

describe("an owner", () => {
  it("is one in the organization the role was given for, and in no other", () => {
    expect(ownsOrganization(actor({}), own)).toBe(true);
    expect(ownsOrganization(actor({}), other)).toBe(false);
    expect(ownsOrganization(actor({}), null)).toBe(false);
    expect(ownsOrganization(actor({ scopeId: asId<"scope">(other) }), own)).toBe(false);
    expect(ownsOrganization(actor({ code: "editor" }), own)).toBe(false);
  });

  it("gives the receiving of referrals only while the city lets the organization receive them (D-14)", () => {
    expect(canBeGiven("referralReceiver", { mayReceiveReferrals: false })).toBe("identity.no_referral_permission");
    expect(canBeGiven("referralReceiver", { mayReceiveReferrals: true })).toBe(true);
    expect(canBeGiven("editor", { mayReceiveReferrals: false })).toBe(true);
  });

  it("invites for at least one role, each once, and for none of the city's", () => {
    const codes = (roles: unknown) =>
      InviteMember.safeParse({
        requestId: "01990000-0000-7000-8000-000000000005",
        name: "山田 花子",
        mail: "hanako@example.jp",
        roles,
      }).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);
    expect(codes(["editor", "referralReceiver"])).toBeUndefined();
    expect(codes([])).toEqual(["roles required"]);
    expect(codes(["editor", "editor"])).toEqual(["roles invalid"]);
    expect(codes(["platformAdministrator"])).toEqual(["roles.0 not_a_choice"]);
  });
});
