import { asId, civilDateOf } from "@tsunagari/domain/kernel";
import { describe, expect, it } from "vitest";
import type { ReferralItem } from "./queries.ts";
import { waitingReferrals } from "./waiting.ts";

const today = civilDateOf("2026-11-21");
const sent: ReferralItem = {
  id: asId<"referral">("01932f5c-0000-7000-8000-000000000001"),
  activityTitle: "庭先のひとやすみ",
  purpose: "participation",
  status: "sent",
  dueOn: civilDateOf("2026-11-24"),
  waitlistedOn: null,
  nextClockOn: null,
  sentAt: "2026-11-10T05:00:00.000Z",
  seenAt: null,
  expectedOn: null,
  firstStepOn: null,
  endedAt: null,
  reasonCode: null,
  outcomeCode: null,
  packetClosesOn: null,
  copiesDestroyedAt: null,
  version: 1,
};
const textsOf = (item: ReferralItem) => waitingReferrals([item], today).map(({ text }) => text);

describe("what waits for the organization", () => {
  it("is a referral without an answer, with its day and how near it is", () => {
    expect(waitingReferrals([sent], today)).toMatchObject([
      { text: "つなぎの依頼に、11月24日（火）までに返事をお願いします。", due: { text: "あと3日", tone: "warning" } },
    ]);
  });

  it("is an accepted one from the first day on, not before", () => {
    const accepted: ReferralItem = { ...sent, status: "accepted", firstStepOn: civilDateOf("2026-11-22") };
    expect(textsOf(accepted)).toEqual([]);
    expect(textsOf({ ...accepted, firstStepOn: today })).toHaveLength(1);
  });

  it("is an ended one until the copies are said to be destroyed", () => {
    const withdrawn: ReferralItem = { ...sent, status: "withdrawn", endedAt: "2026-11-20T05:00:00.000Z" };
    expect(textsOf(withdrawn)).toEqual(["終了した依頼です。写しがあれば破棄して、お知らせください。"]);
    expect(textsOf({ ...withdrawn, copiesDestroyedAt: "2026-11-20T06:00:00.000Z" })).toEqual([]);
  });
});
