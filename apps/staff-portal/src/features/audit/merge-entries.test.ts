import { describe, expect, it } from "vitest";
import { mergeEntries } from "./merge-entries.ts";
import type { AccessEntry } from "./queries.ts";

const entry = (at: string, changes: Partial<AccessEntry> = {}): AccessEntry => ({
  id: at,
  at,
  kind: "reading",
  action: "case.read",
  actorKind: "staff",
  by: "仮野 ちはる",
  belongsTo: "地域共生推進課",
  ...changes,
});

describe("the sheet for the person", () => {
  it("puts the same reading of one day together, from the first to the last, and loses none", () => {
    const merged = mergeEntries([
      entry("2026-11-21T06:30:00Z"),
      entry("2026-11-21T06:10:00Z"),
      entry("2026-11-21T06:00:00Z"),
    ]);
    expect(merged).toEqual([{ entry: entry("2026-11-21T06:30:00Z"), firstAt: "2026-11-21T06:00:00Z", count: 3 }]);
  });

  it.each<[string, AccessEntry]>([
    ["another person", entry("2026-11-21T05:00:00Z", { by: "架川 そうた" })],
    ["another act", entry("2026-11-21T05:00:00Z", { action: "case.list" })],
    ["a refused attempt", entry("2026-11-21T05:00:00Z", { kind: "refusal" })],
    ["the day before, in Japan", entry("2026-11-20T14:59:00Z")],
  ])("keeps %s apart", (_title, other) => {
    expect(mergeEntries([entry("2026-11-21T06:00:00Z"), other]).map(({ count }) => count)).toEqual([1, 1]);
  });
});
