import { rm, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expectAnnounced, textField } from "./portal/fields.ts";
import { givenCase, givenDraft } from "./portal/given.ts";
import { expect, test } from "./portal/journey.ts";
import { newMark, people } from "./portal/people.ts";
import { newStory } from "./portal/referral-route.ts";

/** The switch of the running system, which `npm run maintenance` turns; the run names it. */
const switchFile = (): string => {
  const path = process.env["E2E_MAINTENANCE_FILE"];
  if (path === undefined) throw new Error("E2E_MAINTENANCE_FILE is not set: run the journeys with npm run e2e.");
  return path;
};

const expectStatus = (page: Page, status: number) =>
  expect.poll(async () => (await page.request.get("/staff/")).status()).toBe(status);

/** Turns the switch, and back whatever happens: the other journeys share the system. */
const whileMaintained = async (page: Page, walk: () => Promise<void>): Promise<void> => {
  await writeFile(switchFile(), "\n");
  try {
    await expectStatus(page, 503);
    await walk();
  } finally {
    await rm(switchFile(), { force: true });
  }
  await expectStatus(page, 200);
};

test("システムの手入れが始まっても書いたものは残り、終わればそのまま保存できる", async ({ openAs }) => {
  const story = newStory(newMark());
  const times = "火曜日と木曜日の午前";
  const page = await openAs(people.coordinator);
  const referralId = await givenDraft(page, await givenCase(page, story), story);
  await page.goto(`/staff/referrals/${referralId}`);
  const field = textField(page, "通える曜日や時間");
  await field.fill("火曜日");
  const save = page.getByRole("button", { name: "保存する", exact: true });

  await whileMaintained(page, async () => {
    await field.fill(times);
    await save.click();
    await expect(page.getByText("ただいまシステムの手入れをしています。").first()).toBeVisible();
    await expect(field).toHaveValue(times);
  });
  await save.click();
  await expectAnnounced(page, "保存しました");
  await page.reload();
  await expect(field).toHaveValue(times);
});
