import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dataGroups } from "../case/index.ts";
import { civilDateOf } from "../kernel/index.ts";
import {
  disclosableFields,
  groupOfPacketField,
  identifyingValues,
  isPacketComplete,
  mayDisclose,
  namesPerson,
  openPacketSteps,
  packetClosesOn,
  packetFieldNames,
  refusalOfPacket,
  stepOfPacketField,
} from "./packet.ts";
import { type ReferralStatus, referralStatuses } from "./referral.ts";

const day = civilDateOf;
const everyGroup = { consentedGroups: dataGroups, isProtected: false, isAreaDisclosable: true };

describe("what a packet may hold", () => {
  it("never offers a field outside the consented groups, whatever they are", () => {
    fc.assert(
      fc.property(fc.subarray([...dataGroups]), fc.boolean(), (consentedGroups, isProtected) => {
        for (const field of disclosableFields({ ...everyGroup, consentedGroups, isProtected })) {
          const group = groupOfPacketField(field);
          expect(group === null || consentedGroups.includes(group)).toBe(true);
          if (isProtected) expect(group === "contact" || field === "area").toBe(false);
        }
      }),
    );
  });

  it("shows before acceptance only wishes, needs, times, staff contact and area", () => {
    expect(packetFieldNames.filter((field) => stepOfPacketField(field) === 1)).toEqual([
      "wishes",
      "needs",
      "times",
      "staffContact",
      "area",
    ]);
  });

  it("needs no group for times, staff contact and area alone", () => {
    expect(packetFieldNames.filter((field) => groupOfPacketField(field) === null)).toEqual([
      "times",
      "staffContact",
      "area",
    ]);
    expect(disclosableFields({ ...everyGroup, consentedGroups: [] })).toEqual(["times", "staffContact", "area"]);
  });

  it("withholds contact and area of a protected person even where they are consented to", () => {
    const ground = { ...everyGroup, isProtected: true };
    for (const field of ["area", "phone", "mail", "address"] as const) {
      expect(mayDisclose(field, ground)).toBe("referral.protected_person");
      expect(mayDisclose(field, everyGroup)).toBe(true);
    }
    expect(mayDisclose("preferredName", ground)).toBe(true);
  });

  it("withholds the area, and nothing else, once the city no longer lets its scheme be named", () => {
    const ground = { ...everyGroup, isAreaDisclosable: false };
    expect(packetFieldNames.filter((field) => mayDisclose(field, ground) !== true)).toEqual(["area"]);
    expect(mayDisclose("area", ground)).toBe("referral.area_not_disclosable");
  });

  it("names the field that has to be taken out", () => {
    expect(refusalOfPacket(["wishes", "phone"], { ...everyGroup, consentedGroups: ["wishes"] })).toEqual({
      field: "phone",
      reason: "referral.field_not_consented",
    });
    expect(refusalOfPacket(["wishes"], { ...everyGroup, consentedGroups: ["wishes"] })).toBeNull();
  });

  it("is complete with a staff contact and a wish or a need", () => {
    expect(isPacketComplete(["staffContact", "needs"])).toBe(true);
    expect(isPacketComplete(["staffContact", "times"])).toBe(false);
    expect(isPacketComplete(["wishes", "needs"])).toBe(false);
  });
});

describe("when a packet is open", () => {
  const today = day("2026-11-24");
  const expected: Record<ReferralStatus, readonly number[]> = {
    draft: [],
    sent: [1],
    accepted: [1, 2],
    waitlisted: [1],
    in_progress: [1, 2],
    completed: [1, 2],
    not_helped: [],
    declined: [],
    withdrawn: [],
    expired: [],
    entered_in_error: [],
  };

  it.each(referralStatuses)("%s opens exactly its steps, and nothing once the consent has ended", (status) => {
    const access = { status, today, packetClosesOn: day("2026-11-25") };
    expect(openPacketSteps({ ...access, isConsentInForce: true })).toEqual(expected[status]);
    expect(openPacketSteps({ ...access, isConsentInForce: false })).toEqual([]);
  });

  it("closes a completed packet on its day, and has it closed where no day was set", () => {
    const completed = { status: "completed", isConsentInForce: true, today } as const;
    expect(openPacketSteps({ ...completed, packetClosesOn: today })).toEqual([]);
    expect(openPacketSteps({ ...completed, packetClosesOn: null })).toEqual([]);
  });

  it("closes 30 days after conclusion or with the consent, whichever is first", () => {
    expect(packetClosesOn(today, day("2027-11-01"))).toBe("2026-12-24");
    expect(packetClosesOn(today, day("2026-12-01"))).toBe("2026-12-01");
  });
});

describe("text before acceptance", () => {
  const values = identifyingValues({
    name: "架空　花子",
    kana: "かくう はなこ",
    preferredName: "花ちゃん",
    phone: "0568-00-1234",
    birthOn: "1985-04-01",
    mail: null,
  });

  it.each([
    "架空花子さんは料理が好きです",
    "花子さんは料理が好きです",
    "カフェに行きたい。連絡は０５６８００１２３４まで",
    "花ちゃんと呼んでください",
  ])("is found to name the person: %s", (text) => {
    expect(namesPerson(text, values)).toBe(true);
  });

  it("is left alone where it names nobody", () => {
    expect(namesPerson("料理が好きで、週に1回なら通えます。", values)).toBe(false);
  });

  it("is not refused for a value of one character", () => {
    expect(namesPerson("林の手入れをしたい", identifyingValues({ name: "林 架空" }))).toBe(false);
  });
});
