import { expect, type Locator, type Page } from "@playwright/test";

const farthest = 150;

const hasFocus = async (page: Page, target: Locator): Promise<boolean> =>
  (await target.and(page.locator(":focus")).count()) > 0;

/** Goes on with the Tab key until the target holds the focus. */
export const tabTo = async (page: Page, target: Locator): Promise<void> => {
  await expect(target).toBeVisible();
  for (let step = 0; step < farthest; step += 1) {
    if (await hasFocus(page, target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${farthest} presses of Tab did not lead to ${target.toString()}`);
};

/** Follows a link or presses a button with the keyboard. */
export const press = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
};

/** Types into a field; what stood there is selected when the field is reached, and gives way. */
export const type = async (page: Page, target: Locator, text: string): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.insertText(text);
};

/** From now on every press of a mouse or finger is a fault of the journey. */
export const forbidPointer = async (page: Page): Promise<string[]> => {
  const presses: string[] = [];
  await page.exposeFunction("tellPointer", (at: string) => presses.push(at));
  await page.addInitScript('addEventListener("pointerdown", () => tellPointer(location.pathname), true)');
  return presses;
};
