import { expect, it } from "vitest";
import { signInTable } from "./sign-ins.ts";

it("aligns Japanese and Latin text in the columns of a terminal", () => {
  const table = signInTable([
    { city: "春日井市", portal: "staff", label: "調整役", mail: "a@example.jp", password: "p1", note: "" },
    { city: "春日井市", portal: "partner", label: "NPO", mail: "long@example.jp", password: "p2", note: "受入先" },
  ]);
  expect(table.split("\n")).toEqual([
    "画面  だれ    メール           パスワード  備考",
    "----  ------  ---------------  ----------  ------",
    "職員  調整役  a@example.jp     p1",
    "団体  NPO     long@example.jp  p2          受入先",
  ]);
});

it("lists the people of the first city in full and those of another in one line", () => {
  const person = { portal: "staff", label: "管理者", password: "p1", note: "" };
  const table = signInTable([
    { ...person, city: "春日井市", mail: "a@example.jp" },
    { ...person, city: "朝霞市", mail: "kanri@asaka.example.jp" },
    { ...person, city: "朝霞市", mail: "kotatsu@asaka.example.jp", label: "団体の代表" },
  ]);
  const lines = table.split("\n");
  expect(lines.filter((line) => line.includes("管理者  "))).toHaveLength(1);
  expect(lines.at(-1)).toBe("朝霞市（…@asaka.example.jp） kanri 管理者 ・ kotatsu 団体の代表");
});
