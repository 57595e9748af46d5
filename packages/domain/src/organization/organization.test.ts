import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, canFire, civilDateOf, isInForce, type Dated } from "../kernel/index.ts";
import { AddPlace, AmendOrganization, GrantReferralPermission } from "./inputs.ts";
import { organizationMachine } from "./machine.ts";
import { organizationStatuses, periodsOverlap, permissionOn } from "./organization.ts";

const base = civilDateOf("2026-04-01");
const id = "01890a5d-ac96-774b-bcce-b302099a8057";

test("every state and every event", () => {
  const events = Object.keys(organizationMachine) as (keyof typeof organizationMachine)[];
  expect(
    Object.fromEntries(
      organizationStatuses.map((status) => [
        status,
        events.filter((event) => canFire(organizationMachine, event, status)),
      ]),
    ),
  ).toEqual({ active: ["suspend", "close"], suspended: ["resume", "close"], closed: [] });
});

describe("dated permissions", () => {
  const period = fc
    .tuple(fc.integer({ min: 0, max: 12 }), fc.option(fc.integer({ min: 0, max: 6 }), { nil: null }))
    .map(([start, length]): Dated => ({
      sinceOn: addDays(base, start),
      untilOn: length === null ? null : addDays(base, start + length),
    }));

  test("two periods overlap exactly where a common day exists", () => {
    fc.assert(
      fc.property(period, period, (left, right) => {
        const days = Array.from({ length: 30 }, (_, offset) => addDays(base, offset));
        expect(periodsOverlap(left, right)).toBe(days.some((on) => isInForce(left, on) && isInForce(right, on)));
      }),
    );
  });

  test("the permission of a day is the one in force, its last day excluded", () => {
    const first = { sinceOn: base, untilOn: civilDateOf("2026-05-01") };
    const second = { sinceOn: civilDateOf("2026-06-01"), untilOn: null };
    expect(permissionOn([first, second], civilDateOf("2026-04-30"))).toBe(first);
    expect(permissionOn([first, second], civilDateOf("2026-05-01"))).toBeNull();
    expect(permissionOn([first, second], civilDateOf("2026-06-01"))).toBe(second);
  });

  test("an agreement is signed before the permission begins, and the end lies after the beginning", () => {
    const permission = {
      organizationId: id,
      requestId: id,
      sinceOn: "2026-04-01",
      untilOn: "",
      agreementVersion: "個人情報取扱協定 第2版",
      agreementSignedOn: "2026-03-20",
      signedByTitle: "代表理事",
    };
    expect(GrantReferralPermission.safeParse(permission).success).toBe(true);
    expect(GrantReferralPermission.safeParse({ ...permission, agreementSignedOn: "2026-04-02" }).success).toBe(false);
    expect(GrantReferralPermission.safeParse({ ...permission, untilOn: "2026-04-01" }).success).toBe(false);
  });
});

describe("fields", () => {
  test("a post code is forgiving and comes out with a hyphen", () => {
    const place = { organizationId: id, requestId: id, name: "藤山台集会所", address: "春日井市藤山台", areaIds: [] };
    for (const postalCode of ["4870035", "〒487-0035", "４８７－００３５"]) {
      expect(AddPlace.parse({ ...place, postalCode }).postalCode).toBe("487-0035");
    }
    expect(AddPlace.parse({ ...place, postalCode: "" }).postalCode).toBeNull();
    expect(AddPlace.safeParse({ ...place, postalCode: "12345" }).success).toBe(false);
  });

  test("a broken mail address is refused, an empty one means not stated", () => {
    const profile = { organizationId: id, requestId: id, version: 1, description: "説明" };
    expect(AmendOrganization.parse({ ...profile, mail: "" }).mail).toBeNull();
    expect(AmendOrganization.parse({ ...profile, mail: "info@example.jp" }).mail).toBe("info@example.jp");
    const broken = AmendOrganization.safeParse({ ...profile, mail: "info" });
    expect(broken.error?.issues.map((issue) => issue.message)).toEqual(["not_an_address"]);
  });
});
