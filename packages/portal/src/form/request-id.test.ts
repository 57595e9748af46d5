// @vitest-environment node
import { RequestId } from "@tsunagari/domain/kernel";
import { describe, expect, it } from "vitest";
import { newRequestId } from "./request-id.ts";

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
