import { civilDateOf } from "@tsunagari/domain/kernel";
import { describe, expect, it } from "vitest";
import { clockText, type Clocked } from "./clock-text.ts";

const today = civilDateOf("2026-11-21");
const on = civilDateOf;
const referral: Clocked = {
  status: "sent",
  dueOn: on("2026-11-30"),
  firstStepOn: null,
  expectedOn: null,
  nextClockOn: null,
  packetClosesOn: null,
  endedAt: null,
};

describe("where a referral stands, in words", () => {
  it("names the last day for the answer, and says when it has passed", () => {
    expect(clockText(referral, today)).toBe("11月30日（月）までに返事をお願いします");
    expect(clockText(referral, on("2026-12-01"))).toMatch(/^返事の期限（11月30日（月））を過ぎています/u);
  });

  it("names the last day on which the information can be read, not the day after", () => {
    const completed: Clocked = { ...referral, status: "completed", packetClosesOn: on("2026-12-31") };
    expect(clockText(completed, today)).toBe("完了しました。この情報は12月30日（水）まで見られます");
    expect(clockText(completed, on("2026-12-31"))).toBe("完了しました。内容はもう見られません");
  });

  it("gives the year where it is another one", () => {
    expect(clockText({ ...referral, dueOn: on("2027-01-08") }, today)).toBe(
      "2027年1月8日（金）までに返事をお願いします",
    );
  });

  it("says of the waiting list what is known, and when it is looked at again", () => {
    const waiting: Clocked = { ...referral, status: "waitlisted", nextClockOn: on("2026-12-20") };
    expect(clockText(waiting, today)).toBe("受け入れられる時期は、まだわかりません。12月20日（日）に見直します");
    expect(clockText({ ...waiting, expectedOn: on("2026-12-05") }, today)).toMatch(/^12月5日（土）ごろ/u);
  });

  it("tells of a withdrawal no more than that it ended, by the day in Japan", () => {
    expect(clockText({ ...referral, status: "withdrawn", endedAt: "2026-11-20T16:00:00.000Z" }, today)).toBe(
      "11月21日（土）に終了しました",
    );
  });
});
