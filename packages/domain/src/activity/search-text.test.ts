import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { facetKeys, foldText, likePattern, needsRecheck, queryWords, textKeys, wordKeys } from "./search-text.ts";

const japanese = fc.string({
  unit: fc.constantFrom(
    ..."食堂居場所子供こどもコドモショクドウしょくどうｼｮｸﾄﾞｳｶﾞっッぁァヶーゝヽ澤沢邉辺Ａａ1１ 　%_\\𠮷👪ガが\n",
  ),
  maxLength: 40,
});
const anyText = fc.oneof(japanese, fc.string({ unit: "binary", maxLength: 40 }));

/** What the database does: all keys of the word present, and from three code points on the word itself. */
const finds = (word: string, folded: string): boolean => {
  const keys = new Set(textKeys(folded));
  return wordKeys(word).every((key) => keys.has(key)) && (!needsRecheck(word) || folded.includes(word));
};

describe("folding", () => {
  test.each([
    ["ショクドウ", "しよくどう"],
    ["ｼｮｸﾄﾞｳ", "しよくどう"],
    ["しょくどう", "しよくどう"],
    ["ＮＰＯ", "npo"],
    ["ヴァイオリン", "ゔあいおりん"],
    ["一ヶ月", "一け月"],
    ["渡邉", "渡辺"],
    ["髙橋", "高橋"],
    ["か\u3099くどう", "がくどう"],
    ["子ども　食堂\n毎週", "子ども 食堂 毎週"],
  ])("%s is searched as %s", (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test("folding twice changes nothing", () => {
    fc.assert(
      fc.property(anyText, (text) => foldText(foldText(text)) === foldText(text)),
      { numRuns: 500 },
    );
  });

  test("kana, small kana and width never part two spellings of one word", () => {
    const spellings = ["しょくどう", "ショクドウ", "ｼｮｸﾄﾞｳ", "シヨクドウ"].map(foldText);
    expect(new Set(spellings).size).toBe(1);
  });
});

describe("keys", () => {
  test("a query finds a text whenever the folded text contains each folded word, from one character on", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat({ max: 9 }), (text, at, length) => {
        const folded = foldText(text);
        const characters = [...folded];
        const start = characters.length === 0 ? 0 : at % characters.length;
        const query = characters.slice(start, start + length + 1).join("");
        return queryWords(query).every((word) => !folded.includes(word) || finds(word, folded));
      }),
      { numRuns: 1000 },
    );
  });

  test("a query finds nothing that the folded text does not contain", () => {
    fc.assert(
      fc.property(japanese, japanese, (text, query) => {
        const folded = foldText(text);
        return queryWords(query).every((word) => finds(word, folded) === folded.includes(word));
      }),
      { numRuns: 1000 },
    );
  });

  test("one character finds", () => {
    expect(finds("塾", foldText("学習塾のとなり"))).toBe(true);
    expect(finds("湯", foldText("学習塾のとなり"))).toBe(false);
  });

  test("facets equal no key of any text", () => {
    fc.assert(
      fc.property(anyText, (text) =>
        textKeys(foldText(text)).every((key) => [...key].length <= 2 && key !== facetKeys.weekday(3)),
      ),
    );
    for (const facet of [facetKeys.city("x"), facetKeys.area("x"), facetKeys.category("x"), facetKeys.weekday(1)]) {
      expect([...facet].length).toBeGreaterThan(2);
    }
  });

  test("signs of LIKE are searched as themselves", () => {
    expect(likePattern("100%_\\")).toBe(String.raw`%100\%\_\\%`);
  });
});
