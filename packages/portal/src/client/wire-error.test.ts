// @vitest-environment node
import { reasonText } from "@tsunagari/messages";
import { describe, expect, it } from "vitest";
import { failureText, tellReasonsBy } from "./failure-text.ts";
import { wireErrorOf } from "./wire-error.ts";

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
