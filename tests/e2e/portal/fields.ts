import { expect, type Locator, type Page } from "@playwright/test";

/** A page or a part of one: a dialog, a card, a row. */
export type Scope = Page | Locator;

const escaped = (text: string): string => text.replaceAll(/[$()*+.?[\\\]^{|}]/gu, String.raw`\$&`);

/** A group is named by its legend, which also says whether it must be answered. */
const legend = (label: string): RegExp => new RegExp(String.raw`^${escaped(label)}\s*(※|$)`, "u");

export const textField = (scope: Scope, label: string): Locator => scope.getByLabel(label, { exact: true });

export const choices = (scope: Scope, label: string): Locator =>
  scope.getByRole("group", { name: legend(label) }).or(scope.getByRole("radiogroup", { name: legend(label) }));

/** Takes one of the choices; the whole card is the target. */
export const choose = async (scope: Scope, label: string, ...options: readonly string[]): Promise<void> => {
  for (const option of options) await choices(scope, label).getByLabel(option, { exact: true }).check();
};

/** Types a date into the three fields. */
export const fillDate = async (scope: Scope, label: string, date: string): Promise<void> => {
  const group = choices(scope, label);
  const [year = "", month = "", day = ""] = date.split("-");
  await group.getByLabel("年", { exact: true }).fill(year);
  await group.getByLabel("月", { exact: true }).fill(String(Number(month)));
  await group.getByLabel("日", { exact: true }).fill(String(Number(day)));
};

/** Presses the button of the page, then the one of the dialog that asks whether it is meant. */
export const confirm = async (page: Page, label: string, confirmLabel = label): Promise<void> => {
  await page.getByRole("button", { name: label, exact: true }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: confirmLabel, exact: true }).click();
};

/** What was done is said above the page. */
export const expectAnnounced = (page: Page, text: string): Promise<void> =>
  expect(page.getByRole("status").filter({ hasText: text })).toBeVisible();
