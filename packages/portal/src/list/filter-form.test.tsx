import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { TextField } from "@tsunagari/ui";
import { afterEach, expect, test, vi } from "vitest";
import { FilterForm } from "./filter-form.tsx";

afterEach(cleanup);

const form = (keyword: string, onApply: (values: Readonly<Record<string, string>>) => void) => (
  <FilterForm label="団体をさがす" onApply={onApply} state={keyword}>
    <TextField label="ことば" name="keyword" defaultValue={keyword} />
    <TextField label="種別" name="kind" />
  </FilterForm>
);

test("only filled fields are applied, without the spaces around them", () => {
  const onApply = vi.fn();
  render(form("", onApply));
  fireEvent.change(screen.getByLabelText("ことば"), { target: { value: " こども　" } });
  fireEvent.click(screen.getByRole("button", { name: "さがす" }));
  expect(onApply).toHaveBeenCalledExactlyOnceWith({ keyword: "こども" });
});

test("the fields follow the address when it changes elsewhere", () => {
  const { rerender } = render(form("こども", () => undefined));
  rerender(form("", () => undefined));
  expect(screen.getByLabelText<HTMLInputElement>("ことば").value).toBe("");
});
