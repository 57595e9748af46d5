import { expect, it } from "vitest";
import { signInTable } from "./sign-ins.ts";

it("aligns Japanese and Latin text in the columns of a terminal", () => {
  const table = signInTable([
    { portal: "staff", label: "調整役", mail: "a@example.jp", password: "p1", note: "" },
    { portal: "partner", label: "NPO", mail: "long@example.jp", password: "p2", note: "受入先" },
  ]);
  expect(table.split("\n")).toEqual([
    "画面  だれ    メール           パスワード  備考",
    "----  ------  ---------------  ----------  ------",
    "職員  調整役  a@example.jp     p1",
    "団体  NPO     long@example.jp  p2          受入先",
  ]);
});
