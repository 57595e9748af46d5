import { command, DomainError, line, paragraph } from "@tsunagari/domain/kernel";
import { describe, expect, it } from "vitest";
import { parseInput } from "./parse.ts";

const schema = command({ title: line(10), text: paragraph(20) });
const requestId = "01890a5d-ac96-774b-bcce-b302099a8057";

const issuesOf = (raw: unknown) => {
  try {
    parseInput(schema, raw);
    return null;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.kind).toBe("invalid_input");
    return error.details.fields;
  }
};

describe("parseInput", () => {
  it("gives the parsed value", () => {
    expect(parseInput(schema, { title: " あ ", text: "い", requestId })).toEqual({
      title: "あ",
      text: "い",
      requestId,
    });
  });

  it("names every field and its rule, never the value", () => {
    expect(issuesOf({ title: "", requestId, secret: "住所" })).toEqual([
      { path: "title", code: "required" },
      { path: "text", code: "required" },
      { path: "secret", code: "unknown_field" },
    ]);
  });

  it.each([null, undefined, 1, "x", [], { title: { a: 1 }, text: 3, requestId: "x" }])(
    "%j is refused, not a crash",
    (raw) => {
      expect(issuesOf(raw)).not.toBeNull();
    },
  );
});
