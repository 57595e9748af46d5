import { expect, test } from "vitest";
import { linePieces, textPieces, type Piece } from "./text-diff.ts";

const sideOf = (pieces: readonly Piece[], without: Piece["kind"]) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join("");

const pairs: readonly (readonly [string, string])[] = [
  ["毎週火曜日に、公民館で開きます。", "毎週木曜日に、公民館で開きます。"],
  ["カレーを作ります。", "カレーを作ります。\nアレルギーは先にお知らせください。"],
  ["予約が必要です。先着20名です。", "先着20名です。"],
  ["", "はじめて載せます。"],
  ["消えます。", ""],
  ["全然ちがう話", "Something else 12"],
  ["👩‍👩‍👧のつどい", "👨‍👩‍👧のつどい"],
];

test.each(pairs)("both versions can be read whole from the pieces: %j → %j", (before, after) => {
  const pieces = textPieces(before, after);
  expect(sideOf(pieces, "added")).toBe(before);
  expect(sideOf(pieces, "removed")).toBe(after);
});

test("only the word that changed is marked", () => {
  expect(textPieces("毎週火曜日に、公民館で開きます。", "毎週木曜日に、公民館で開きます。")).toEqual([
    { kind: "same", text: "毎週" },
    { kind: "removed", text: "火曜日" },
    { kind: "added", text: "木曜日" },
    { kind: "same", text: "に、公民館で開きます。" },
  ]);
});

test("a text that was written anew is shown as one text replacing the other", () => {
  expect(textPieces("畑でとれた野菜を配ります。", "学生が勉強を教えます。").map(({ kind }) => kind)).toEqual([
    "removed",
    "added",
  ]);
});

test("of a list, whole entries go and come", () => {
  expect(linePieces(["子ども", "子育て中の人"], ["子ども", "高齢の人", "子育て中の人"])).toEqual([
    { kind: "same", text: "子ども" },
    { kind: "added", text: "高齢の人" },
    { kind: "same", text: "子育て中の人" },
  ]);
});

test("two long texts are compared at once, not minutes later", () => {
  const text = "毎月第二土曜日に、みんなで食卓を囲みます。".repeat(90);
  const pieces = textPieces(text, `${text.replaceAll("第二", "第三")}`);
  expect(pieces.filter(({ kind }) => kind === "added").length).toBe(90);
});
