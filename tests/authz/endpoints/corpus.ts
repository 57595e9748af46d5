import { scaled, seed } from "@tsunagari/testing";
import fc from "fast-check";
import { pathsOf, withValue } from "./sample.ts";

/** Bad input as it comes: from a slip of the hand, a copied table, an old form, or malice. One list for every procedure. */
export const corpus: readonly { readonly name: string; readonly value: unknown }[] = [
  { name: "nothing", value: undefined },
  { name: "null", value: null },
  { name: "empty", value: "" },
  { name: "blank in full width", value: "　　" },
  { name: "lone high surrogate", value: "あ\uD800い" },
  { name: "lone low surrogate", value: "\uDC00" },
  { name: "null character", value: "a\u0000b" },
  { name: "control characters", value: "\u0007\u001B[31m" },
  { name: "right-to-left override", value: "abc\u202Edef" },
  { name: "100,000 characters", value: "字".repeat(100_000) },
  { name: "full-width digits", value: "１２３４５" },
  { name: "full-width date", value: "２０２０／０１／０１" },
  { name: "past date", value: "1999-12-31" },
  { name: "day that is none", value: "2026-02-30" },
  { name: "era date", value: "令和8年4月1日" },
  { name: "far future", value: "9999-12-31" },
  { name: "foreign id", value: "01890a5d-ac96-774b-bcce-b302099a8057" },
  { name: "id in upper case", value: "01890A5D-AC96-774B-BCCE-B302099A8057" },
  { name: "no id", value: "1 or 1=1" },
  { name: "My Number", value: "123456789018" },
  { name: "My Number in groups", value: "番号は １２３４－５６７８－９０１８ です" },
  { name: "markup", value: "<script>alert(1)</script><img src=x onerror=alert(1)>" },
  { name: "link that runs", value: "javascript:alert(document.cookie)" },
  { name: "formula", value: '=HYPERLINK("http://example.jp","x")' },
  { name: "formula in full width", value: "＝１＋１" },
  { name: "SQL", value: "'; drop table referral; --" },
  { name: "pattern", value: "%_\\%" },
  { name: "number as text", value: "12" },
  { name: "negative", value: -1 },
  { name: "zero", value: 0 },
  { name: "fraction", value: 0.5 },
  { name: "beyond safe integers", value: 2 ** 60 },
  { name: "not a number", value: Number.NaN },
  { name: "infinity", value: Number.POSITIVE_INFINITY },
  { name: "true", value: true },
  { name: "list", value: ["a", ["b"]] },
  { name: "10,000 entries", value: Array.from({ length: 10_000 }, (_, index) => String(index)) },
  { name: "object", value: { a: { b: { c: 1 } } } },
  { name: "prototype", value: JSON.parse('{"__proto__": {"isAdmin": true}, "constructor": 1}') as unknown },
];

/** How many inputs with several spoiled places are drawn for each procedure, beside every value in every place. */
const drawn = scaled(10, 3000);

/** Spoilt inputs drawn at random: up to three places at once, with values from the list or of any kind at all. */
export const drawnSpoilings = (sample: unknown): readonly { readonly name: string; readonly input: unknown }[] => {
  const paths = pathsOf(sample);
  const value = fc.oneof(
    fc.constantFrom(...corpus.map((entry) => entry.value)),
    fc.anything({ maxDepth: 2, withBigInt: false }),
    fc.string({ unit: "binary" }),
  );
  const place = fc.record({ path: fc.constantFrom(...paths), value });
  return fc.sample(fc.array(place, { minLength: 1, maxLength: 3 }), { seed, numRuns: drawn }).map((places) => ({
    name: `drawn: ${fc.stringify(places).slice(0, 300)}`,
    // Inner places first: an outer one replaces what they are in.
    input: places
      .toSorted((one, other) => other.path.length - one.path.length)
      .reduce<unknown>((input, { path, value: spoiled }) => withValue(input, path, spoiled), sample),
  }));
};
