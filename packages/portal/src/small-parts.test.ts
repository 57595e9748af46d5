import { civilDateOf, RequestId } from "@tsunagari/domain/kernel";
import { describe, expect, it } from "vitest";
import { dueText, eraDateText, instantText, periodText } from "./date-text.ts";
import { reasonText } from "@tsunagari/messages";
import { failureText, tellReasonsBy } from "./client/failure-text.ts";
import { inScreenOrder, issuesOf } from "./form/field-errors.ts";
import { newRequestId } from "./form/request-id.ts";
import { returnAddress } from "./sign-in/return-address.ts";
import { wireErrorOf } from "./client/wire-error.ts";

describe("request ids", () => {
  it("are version 7, accepted by the domain, different, and sort by time", () => {
    const ids = Array.from({ length: 50 }, newRequestId);
    for (const id of ids) {
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
      expect(RequestId.safeParse(id).success).toBe(true);
    }
    expect(new Set(ids).size).toBe(50);
    const stamp = Number.parseInt((ids[0] ?? "").replaceAll("-", "").slice(0, 12), 16);
    expect(Math.abs(stamp - Date.now())).toBeLessThan(60_000);
  });
});

describe("the address to come back to", () => {
  it.each([
    ["/referrals/1?tab=packet", "/referrals/1?tab=packet"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example/", "/"],
    ["javascript:alert(1)", "/"],
    ["/sign-in?back=/", "/"],
    ["/a\nb", "/"],
    [undefined, "/"],
  ])("%s leads to %s", (wanted, address) => {
    expect(returnAddress(wanted)).toBe(address);
  });
});

describe("errors over the wire", () => {
  it("say until when the system is being maintained, where that is known, in Japanese time", () => {
    const told = (details: object) =>
      failureText(wireErrorOf({ data: { kind: "internal", reason: "kernel.maintenance", details, requestId: "r-1" } }));
    expect(told({ until: "2026-11-21T09:00:00.000Z" })).toMatch(
      /手入れをしています。.*11月21日（土）18:00ごろまでの予定です。$/u,
    );
    expect(told({})).toMatch(/入力したまま続けられます。$/u);
    expect(told({ until: "nonsense" })).toBe(told({}));
  });

  it("of a module are told in its words as soon as they are there, before as any failure", () => {
    const reason = "referral.consent_ended";
    const told = () =>
      failureText(wireErrorOf({ data: { kind: "invalid_state", reason, details: {}, requestId: "" } }));
    expect(told()).toBe(reasonText("kernel.internal"));
    tellReasonsBy(reasonText);
    expect(told()).toBe(reasonText(reason));
  });

  it("are read with kind, reason, fields and request id", () => {
    const error = Object.assign(new Error("conflict"), {
      data: {
        kind: "invalid_input",
        reason: "kernel.invalid_input",
        details: { fields: [{ path: "title", code: "too_long" }] },
        requestId: "r-1",
      },
    });
    expect(wireErrorOf(error)).toMatchObject({
      kind: "invalid_input",
      fields: [{ path: "title", code: "too_long" }],
      requestId: "r-1",
    });
  });

  it("become a failure of the network where no answer of ours came", () => {
    for (const thrown of [new TypeError("fetch failed"), null, "x", { data: { kind: "odd" } }]) {
      expect(wireErrorOf(thrown)).toMatchObject({ kind: "network", reason: "kernel.unavailable" });
    }
  });
});

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

describe("the errors of a form", () => {
  it("are found in groups and lists, and stand in the order of the screen", () => {
    const issues = issuesOf({
      contact: { phone: { type: "custom", message: "not_a_phone" } },
      places: [undefined, { name: { type: "custom", message: "required" } }],
      title: { type: "custom", message: "required" },
    });
    expect(inScreenOrder(issues, ["title", "places.1.name"])).toEqual([
      { path: "title", code: "required" },
      { path: "places.1.name", code: "required" },
      { path: "contact.phone", code: "not_a_phone" },
    ]);
  });
});
