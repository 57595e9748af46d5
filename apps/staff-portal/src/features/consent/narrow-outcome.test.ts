import { describe, expect, it } from "vitest";
import { outcomeOf } from "./narrow-outcome.tsx";
import type { OpenReferral } from "./queries.ts";

const referral = (id: string, changes: Partial<OpenReferral> = {}): OpenReferral => ({
  id,
  organizationId: "cafe",
  organizationName: "庭先カフェ",
  activityTitle: "パン作り",
  dataGroups: ["identity", "wishes"],
  ...changes,
});

describe("what a narrowing does to open referrals (D-02)", () => {
  const referrals = [
    referral("kept"),
    referral("elsewhere", { organizationId: "shop" }),
    referral("needs more", { dataGroups: ["identity", "cautions"] }),
  ];
  const outcome = outcomeOf(referrals, { organizationIds: ["cafe"], dataGroups: ["identity", "wishes"] });

  it("moves only what the organizations and the data groups that stay cover wholly", () => {
    expect(outcome.moving.map(({ id }) => id)).toEqual(["kept"]);
  });

  it("ends the rest, so that every referral is told of once", () => {
    expect(outcome.ending.map(({ id }) => id)).toEqual(["elsewhere", "needs more"]);
  });
});
