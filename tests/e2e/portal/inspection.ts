import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, type Page } from "@playwright/test";

const criteria = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const widths = [1280, 360];
const height = 900;

/** Headings of pages that are shown where the asked page is not. */
const refusals = ["ページが見つかりません", "この画面は見られません", "表示できませんでした"];

export type Asked = { readonly address: string; readonly isRefusal?: boolean };

export type Inspector = {
  /** One heading of the first level, a title, nothing beyond the edge, nothing axe finds: wide and narrow, in every tab. */
  readonly inspect: (asked: Asked) => Promise<void>;
  /** What the browser has complained about since this was last asked. */
  readonly complaints: () => readonly string[];
};

const collectComplaints = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(`uncaught: ${error.message}`));
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(`${message.text()} (${message.location().url})`);
  });
  return complaints;
};

/** Waits until the page asks the server for nothing any more. */
const requestWatch = (page: Page): (() => Promise<void>) => {
  const pending = new Set<unknown>();
  page.on("request", (request) => pending.add(request));
  page.on("requestfinished", (request) => pending.delete(request));
  page.on("requestfailed", (request) => pending.delete(request));
  return () => expect.poll(() => pending.size, { intervals: [50, 50, 100, 200] }).toBe(0);
};

/** What a box cuts off is as unreadable as what stands beyond the edge; a field scrolls, and screen readers need no room. */
const cutOff = `[...document.querySelectorAll("body *:not(input, textarea, select)")]
  .filter((box) => ["clip", "hidden"].includes(getComputedStyle(box).overflowX))
  .filter((box) => getComputedStyle(box).clipPath === "none" && box.scrollWidth > box.clientWidth + 1)
  .map((box) => box.outerHTML.slice(0, 200))`;

const axe = readFileSync(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");

/** Of what passes, which is nearly everything, axe need not tell where it stands. */
const options = JSON.stringify({ runOnly: { type: "tag", values: criteria }, resultTypes: ["violations"] });

const findViolations = `axe.run(document, ${options}).then(({ violations }) =>
  violations.map(({ id, nodes }) => id + ": " + nodes.map(({ html }) => html.slice(0, 200)).join(" ¦ ")))`;

/** Axe lies in the page from the first width and tab to the last: reading it in takes longer than what it does. */
const violationsOf = async (page: Page): Promise<readonly string[]> => {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(axe);
  return page.evaluate<readonly string[]>(findViolations);
};

const inspectAt = async (page: Page, width: number, at: string): Promise<void> => {
  await page.setViewportSize({ width, height });
  const beyond = await page.evaluate<number>("document.documentElement.scrollWidth - window.innerWidth");
  expect.soft(beyond, `${at}: pixels beyond ${width}`).toBeLessThanOrEqual(0);
  expect.soft(await page.evaluate<string[]>(cutOff), `${at}: cut off at ${width}`).toEqual([]);
  expect.soft(await violationsOf(page), `${at}: axe at ${width}`).toEqual([]);
};
const inspectView = async (page: Page, at: string): Promise<void> => {
  for (const width of widths) await inspectAt(page, width, at);
};

export const inspectorOf = (page: Page): Inspector => {
  const complaints = collectComplaints(page);
  const settled = requestWatch(page);
  /** A tab is a view of its own. */
  const inspectTabs = async (at: string) => {
    const tabs = page.getByRole("tab");
    for (let index = 1; index < (await tabs.count()); index += 1) {
      await tabs.nth(index).click();
      await settled();
      await inspectView(page, `${at} 「${await tabs.nth(index).innerText()}」`);
    }
  };
  const inspect = async ({ address, isRefusal = false }: Asked) => {
    await page.setViewportSize({ width: 1280, height });
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 }), address).toHaveCount(1);
    await settled();
    const heading = await page.getByRole("heading", { level: 1 }).innerText();
    expect.soft(refusals.includes(heading), `${address}: 「${heading}」`).toBe(isRefusal);
    expect.soft(await page.title(), `${address}: title`).toMatch(/^[^｜]+｜/u);
    await inspectView(page, address);
    await inspectTabs(address);
  };
  return { inspect, complaints: () => complaints.splice(0) };
};
