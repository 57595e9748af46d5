import { expect, test as base, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { textField } from "./fields.ts";
import type { Person, Portal } from "./people.ts";

export { expect } from "@playwright/test";

const doors: Readonly<Record<Portal, string>> = {
  staff: "職員ポータルにサインイン",
  partner: "団体ポータルにサインイン",
};

/** Fills the form of the sign-in page that is open, and waits until it is left. */
export const passDoor = async (page: Page, { portal, mail, password }: Person): Promise<void> => {
  const door = page.getByRole("heading", { level: 1, name: doors[portal] });
  await expect(door).toBeVisible();
  await textField(page, "メールアドレス").fill(mail);
  await textField(page, "パスワード").fill(password);
  await page.getByRole("button", { name: "サインイン", exact: true }).click();
  await expect(door).toBeHidden();
};

/** Opens the portal in this page and signs in. */
export const signIn = async (page: Page, person: Person): Promise<void> => {
  await page.goto(`/${person.portal}/`);
  await passDoor(page, person);
  await expect(page.getByRole("navigation").first()).toBeVisible();
};

type Opened = { readonly context: BrowserContext; readonly faults: string[] };

/** What must not happen on any page: an exception that nobody caught, a file or style the policy forbids. */
const watch = (page: Page, faults: string[]): void => {
  page.on("pageerror", (error) => faults.push(`${page.url()}: ${error.message}`));
  page.on("console", (message) => {
    if (/content security policy/iu.test(message.text())) faults.push(`${page.url()}: ${message.text()}`);
  });
};

type Fixtures = {
  /** A browser of his own for each person of a journey, as in life. */
  readonly openAs: (person: Person) => Promise<Page>;
  /** A browser nobody is signed in with. */
  readonly openPublic: () => Promise<Page>;
  readonly openBrowser: (options?: BrowserContextOptions) => Promise<Page>;
};

export const test = base.extend<Fixtures>({
  openBrowser: async ({ browser }, use) => {
    const opened: Opened[] = [];
    await use(async (options = {}) => {
      const context = await browser.newContext(options);
      const faults: string[] = [];
      opened.push({ context, faults });
      context.on("page", (page) => watch(page, faults));
      return context.newPage();
    });
    for (const { context } of opened) await context.close();
    expect(opened.flatMap(({ faults }) => faults)).toEqual([]);
  },
  openAs: async ({ openBrowser }, use) => {
    await use(async (person) => {
      const page = await openBrowser();
      await signIn(page, person);
      return page;
    });
  },
  openPublic: async ({ openBrowser }, use) => {
    await use(() => openBrowser());
  },
});

/** Opens a page from the menu; what waits there may be counted beside its name. */
export const openFromMenu = async (page: Page, name: string): Promise<void> => {
  const entry = page.getByRole("navigation", { name: "メインメニュー" });
  await entry.getByRole("link", { name: new RegExp(String.raw`^${name}\s*(\d.*)?$`, "u") }).click();
};
