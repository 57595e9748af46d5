import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, expect, test } from "vitest";
import { CommandDialog } from "./command-dialog.tsx";

afterEach(cleanup);

const dialog = (ability: true | string) => (
  <CommandDialog ability={ability} label="取り消す" title="許可を取り消しますか" effect="今日で終わります。">
    {(close) => (
      <button type="button" onClick={close}>
        やめる
      </button>
    )}
  </CommandDialog>
);

test("the form is there only while the dialog is open, below what will happen", () => {
  render(dialog(true));
  expect(screen.queryByText("やめる")).toBeNull();
  fireEvent.click(screen.getByRole("button", { name: "取り消す" }));
  expect(screen.getByRole("alertdialog", { name: "許可を取り消しますか" }).textContent).toContain("今日で終わります。");
  fireEvent.click(screen.getByText("やめる"));
  expect(screen.queryByRole("alertdialog")).toBeNull();
});

test("what may not be done opens nothing and says why", () => {
  render(dialog("organization.administrator_only"));
  fireEvent.click(screen.getByRole("button", { name: "取り消す" }));
  expect(screen.queryByRole("alertdialog")).toBeNull();
  expect(screen.getByText(/プラットフォーム管理者だけ/u)).toBeTruthy();
});
