import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DateField, LinkField, MailField, optionalWholeNumber, PhoneField, TimeField, wholeNumber } from "./fields.ts";
import { containsMyNumber } from "./my-number.ts";
import { line, optionalLine, paragraph } from "./text.ts";

const codeOf = (
  schema: { safeParse: (value: unknown) => { success: boolean; error?: { issues: { message: string }[] } } },
  value: unknown,
) => schema.safeParse(value).error?.issues[0]?.message ?? null;

describe("free text", () => {
  it.each([
    ["", "required"],
    ["   ", "required"],
    ["a".repeat(11), "too_long"],
    ["a\uD800b", "broken_characters"],
    ["a\u0000b", "broken_characters"],
    ["番号は123456789018です", "my_number"],
    ["１２３４ ５６７８ ９０１８", "my_number"],
  ])("%j is refused as %s", (text, code) => {
    expect(codeOf(line(text.length > 10 && code !== "too_long" ? 100 : 10), text)).toBe(code);
  });

  it("keeps what was written, trimmed, on one line", () => {
    expect(line(40).parse(" 髙橋①\n㈱ ")).toBe("髙橋① ㈱");
    expect(paragraph(40).parse("一行目\r\n二行目")).toBe("一行目\n二行目");
  });

  it("an empty optional field is null, never an empty string", () => {
    expect(optionalLine(10).parse("")).toBeNull();
    expect(optionalLine(10).parse(undefined)).toBeNull();
  });

  it("any well-formed text either parses to itself trimmed or is refused with a known code", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const parsed = paragraph(100_000).safeParse(text);
        if (parsed.success) expect(parsed.data).toBe(text.replaceAll("\r\n", "\n").trim());
        else expect(["required", "broken_characters", "my_number"]).toContain(parsed.error.issues[0]?.message);
      }),
    );
  });
});

describe("My Number (番号法)", () => {
  it.each(["123456789018", "1234-5678-9018", "１２３４５６７８９０１８"])("%s is found", (text) => {
    expect(containsMyNumber(`あ${text}い`)).toBe(true);
  });
  it.each(["123456789012", "1234567890189", "0568-00-1234"])("%s is none", (text) => {
    expect(containsMyNumber(text)).toBe(false);
  });
});

describe("fields as people type them", () => {
  it.each([
    [DateField, "２０２６／４／１", "2026-04-01"],
    [TimeField, "９:３０", "09:30"],
    [PhoneField, "０５６８（００）１２３４", "0568-00-1234"],
    [wholeNumber(0, 100), "１２", 12],
    [MailField, "ａ@example.jp", "a@example.jp"],
    [optionalWholeNumber(0, 9), "", null],
  ])("%# accepts %j", (schema, typed, kept) => {
    expect(schema.parse(typed)).toBe(kept);
  });

  it.each([
    [DateField, "2026-02-30", "not_a_date"],
    [DateField, "", "required"],
    [TimeField, "24:00", "invalid"],
    [PhoneField, "12345", "not_a_phone"],
    [wholeNumber(0, 100), "101", "out_of_range"],
    [wholeNumber(0, 100), "１２個", "not_a_number"],
    [MailField, "a@b", "not_an_address"],
    [LinkField, "javascript:alert(1)", "not_a_link"],
    [LinkField, "data:text/html,x", "not_a_link"],
  ])("%# refuses %j", (schema, typed, code) => {
    expect(codeOf(schema, typed)).toBe(code);
  });
});
