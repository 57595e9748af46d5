import { describe, expect, it } from "vitest";
import { asId } from "../kernel/ids.ts";
import { civilDateOf } from "../kernel/time.ts";
import { draftExpiresAt } from "./draft.ts";
import { draftMaxLength, SaveDraft } from "./inputs.ts";
import { draftPolicy } from "./policy.ts";

const requestId = "01990000-0000-7000-8000-000000000001";
const save = (content: unknown) => SaveDraft.safeParse({ requestId, form: "activity", subject: "", content });
const codeOf = (content: unknown) => save(content).error?.issues[0]?.message ?? "accepted";
const nested = (depth: number): unknown => (depth === 0 ? "x" : { inner: nested(depth - 1) });

describe("what a draft may hold", () => {
  it("is kept as it was typed, however unfinished", () => {
    const content = { name: " 月よう ", dates: [{ on: "2026-", note: "" }], capacity: null, isFree: true };
    expect(save(content).data?.content).toEqual(content);
  });

  it("is no My Number, at any depth", () => {
    expect(codeOf({ notes: [{ text: "番号は123456789018です" }] })).toBe("my_number");
  });

  it("has no half characters, which would come back changed", () => {
    expect(codeOf({ name: "\ud800" })).toBe("broken_characters");
  });

  it("has an end to its length", () => {
    expect(codeOf({ text: "あ".repeat(draftMaxLength - 20) })).toBe("accepted");
    expect(codeOf({ text: "あ".repeat(draftMaxLength) })).toBe("too_long");
  });

  it.each([8, 9, 5000])("a depth of %d does not exhaust the program", (depth) => {
    expect(codeOf(nested(depth))).toBe(depth <= 8 ? "accepted" : "invalid");
  });

  it.each(["text", 1, null, undefined, []])("is an object of fields, not %s", (content) => {
    expect(codeOf(content)).toBe("invalid");
  });
});

describe("a draft", () => {
  it("is kept for fourteen days", () => {
    expect(draftExpiresAt(new Date("2026-05-01T03:00:00Z"))).toEqual(new Date("2026-05-15T03:00:00Z"));
  });

  it("is read by its writer only, the administrator not included", () => {
    const question = { now: new Date("2026-05-01T00:00:00Z"), today: civilDateOf("2026-05-01") };
    const writer = asId<"user">("01990000-0000-7000-8000-000000000002");
    const actor = (id: typeof writer) =>
      ({
        kind: "staff",
        municipalityId: asId<"municipality">("01990000-0000-7000-8000-000000000003"),
        userId: id,
        departmentId: null,
        roles: [{ code: "platformAdministrator", scopeKind: "municipality", scopeId: null }],
        assurance: 1,
        freshUntil: new Date("2100-01-01T00:00:00Z"),
      }) as const;
    const facts = { userId: writer };
    expect(draftPolicy.rules.read({ ...question, facts, actor: actor(writer) })).toBe(true);
    expect(
      draftPolicy.rules.read({
        ...question,
        facts,
        actor: actor(asId<"user">("01990000-0000-7000-8000-000000000004")),
      }),
    ).toBe("draft.only_own");
  });
});
