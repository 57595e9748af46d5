import { policies, roleCodes } from "@tsunagari/domain";
import { describe, expect, it } from "vitest";
import { isForTests, sourceFiles, textOf } from "./source-files.ts";

/*
 * If this fails: one Japanese term has one identifier (docs/glossary.md). Rename the code or add the row; never give a
 * second word to a term that has one.
 */
const rows = textOf("docs/glossary.md")
  .split("\n")
  .filter((line) => /^\| (?!日本語|---)/u.test(line))
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .map(([, term = "", identifiers = ""]) => ({
    term,
    identifiers: [...identifiers.matchAll(/`(?<name>[A-Za-z_]+)`/gu)].map(({ groups }) => groups?.["name"] ?? ""),
  }));
const named = rows.flatMap(({ identifiers }) => identifiers);

const words = new Set(
  sourceFiles
    .filter((path) => /^(?:apps|packages)\//u.test(path) && !isForTests(path))
    .flatMap((path) => textOf(path).match(/\b[A-Za-z_]\w*/gu) ?? []),
);

const twice = (list: readonly string[]): string[] => list.filter((item, index) => list.indexOf(item) !== index);

describe("the glossary", () => {
  it("names only what the code is called", () => {
    expect(named.filter((name) => !words.has(name))).toEqual([]);
    expect(named.length).toBeGreaterThan(100);
  });

  it("gives a term one row and an identifier one term", () => {
    expect(twice(rows.map(({ term }) => term))).toEqual([]);
    expect(twice(named)).toEqual([]);
  });

  it("has every module and every role", () => {
    expect([...Object.keys(policies), ...roleCodes].filter((name) => !named.includes(name))).toEqual([]);
  });
});
