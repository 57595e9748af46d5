// @vitest-environment node
import { civilDateOf } from "@tsunagari/domain/kernel";
import { describe, expect, it } from "vitest";
import { dueText, eraDateText, instantText, periodText } from "./date-text.ts";

describe("dates", () => {
  it("stand with weekday and era, in Japan whatever the machine's zone", () => {
    expect(eraDateText("2026-11-21")).toBe("2026年（令和8年）11月21日（土）");
    expect(eraDateText("2019-05-01")).toBe("2019年（令和元年）5月1日（水）");
    expect(instantText("2026-11-20T15:03:00Z")).toBe("2026年11月21日（土）00:03");
    expect(periodText("2026-04-01", null)).toBe("2026年4月1日（水）から");
  });

  it.each([
    ["2026-11-19", "2日過ぎています", "danger"],
    ["2026-11-21", "今日まで", "warning"],
    ["2026-11-22", "明日まで", "warning"],
    ["2026-11-24", "あと3日", "warning"],
    ["2026-12-01", "あと10日", "neutral"],
  ])("due on %s reads %s", (dueOn, text, tone) => {
    expect(dueText(civilDateOf(dueOn), civilDateOf("2026-11-21"))).toEqual({ text, tone });
  });
});
