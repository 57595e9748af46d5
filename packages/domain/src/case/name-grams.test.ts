import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldName, gramsOfName, gramsOfSearch, nameMatches } from "./name-grams.ts";

describe("finding names (D-24, D-35)", () => {
  it.each([
    ["ヤマダ　ハナコ", "やまだはなこ"],
    ["ﾔﾏﾀﾞ ﾊﾅｺ", "やまだはなこ"],
    ["キョウコ", "きようこ"],
    ["髙﨑　邊", "高崎辺"],
    ["渡邉", "渡辺"],
    ["Smith, John", "smithjohn"],
  ])("%s is compared as %s", (name, folded) => {
    expect(foldName(name)).toBe(folded);
  });

  it("one character and two characters find the same person", () => {
    const stored = new Set(gramsOfName("架空 花子"));
    for (const typed of ["花", "花子", "空花", "架空花子"]) {
      expect(gramsOfSearch(typed).every((gram) => stored.has(gram))).toBe(true);
      expect(nameMatches(typed, ["架空 花子", null])).toBe(true);
    }
  });

  it("the recheck throws out what only shares grams", () => {
    const stored = new Set(gramsOfName("かなかたかな"));
    const typed = "なかな";
    expect(gramsOfSearch("かたかなか").every((gram) => stored.has(gram))).toBe(true);
    expect(nameMatches("かたかなか", ["かなかたかな"])).toBe(false);
    expect(nameMatches(typed, ["かなかたかな"])).toBe(false);
  });

  it("nothing typed finds nobody", () => {
    expect(gramsOfSearch("　 ")).toEqual([]);
    expect(nameMatches(" ", ["花子"])).toBe(false);
  });

  it("every part of any name is found by its grams", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
        fc.nat(11),
        fc.nat(11),
        (name, a, b) => {
          const characters = [...foldName(name)];
          const part = characters.slice(Math.min(a, b), Math.max(a, b) + 1).join("");
          fc.pre(part !== "" && foldName(part) === part);
          const stored = new Set(gramsOfName(name));
          expect(gramsOfSearch(part).every((gram) => stored.has(gram))).toBe(true);
          expect(nameMatches(part, [name])).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
