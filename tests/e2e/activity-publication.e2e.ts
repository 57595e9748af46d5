import type { Page } from "@playwright/test";
import { choose, confirm, expectAnnounced, textField } from "./portal/fields.ts";
import { expect, openFromMenu, test } from "./portal/journey.ts";
import { newMark, people } from "./portal/people.ts";

type Activity = { readonly title: string; readonly kana: string };

const writeActivity = async (page: Page, { title, kana }: Activity): Promise<void> => {
  await openFromMenu(page, "活動");
  await page.getByRole("link", { name: "新しい活動をつくる" }).click();
  const fresh = page.getByRole("button", { name: "下書きを捨てて新しく書く" });
  await expect(page.getByRole("heading", { level: 1, name: "新しい活動をつくる" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  if (await fresh.isVisible()) await fresh.click();
  await textField(page, "活動の名前").fill(title);
  await textField(page, "名前のふりがな").fill(kana);
  await textField(page, "活動の種類").selectOption({ label: "居場所・サロン" });
  await textField(page, "ひとことで言うと").fill("日なたの縁側で、お茶を飲みながら過ごせます。");
  await textField(page, "くわしい内容").fill("話しても、話さなくてもかまいません。編み物や将棋の道具があります。");
  await choose(page, "開き方", "毎週決まった曜日");
  await textField(page, "曜日").selectOption({ label: "木曜日" });
  await textField(page, "始まる時刻").fill("１３：３０");
  await textField(page, "終わる時刻").fill("15:30");
  await choose(page, "だれのため", "どなたでも");
  await choose(page, "参加のしかた", "申込みはいりません");
  await choose(page, "費用", "無料");
  await choose(page, "市からのつなぎを受け入れる", "受け入れない");
  await page.getByRole("button", { name: "保存して、見え方を確かめる" }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
};

/** The preview shows what the public page will say. */
const expectPreview = async (page: Page, { title, kana }: Activity): Promise<void> => {
  const preview = page.locator("section", { hasText: "公開ページではこう見えます" });
  await expect(preview).toContainText(kana);
  await expect(preview).toContainText(title);
  await expect(preview).toContainText("日なたの縁側で、お茶を飲みながら過ごせます。");
  await expect(preview).toContainText("13:30");
};

const openSubmitted = async (page: Page, title: string): Promise<void> => {
  await page.goto("/staff/approvals");
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
};

const search = async (page: Page, keyword: string): Promise<void> => {
  await page.goto("/kasugai");
  await page.getByRole("searchbox", { name: "さがす言葉" }).fill(keyword);
  await page.getByRole("button", { name: "さがす" }).click();
  await expect(page.getByRole("heading", { name: "見つかった活動" })).toBeVisible();
};

test("活動を掲載して公開されるまで", async ({ openAs, openPublic }) => {
  const mark = newMark();
  // 「ゐ」 stands in no other activity of the city: one character finds this one alone.
  const activity = { title: `縁側ヰどばた会 ${mark}`, kana: `えんがわゐどばたかい ${mark}` };
  const cafeteria = await openAs(people.cafeteria);
  const city = await openAs(people.communityCoordinator);
  const resident = await openPublic();

  await test.step("団体が書いて、見え方を確かめ、申し込む", async () => {
    await writeActivity(cafeteria, activity);
    await expectPreview(cafeteria, activity);
    await confirm(cafeteria, "公開を申し込む");
    await expectAnnounced(cafeteria, "市に申し込みました");
    await search(resident, "ゐ");
    await expect(resident.getByRole("link", { name: activity.title })).toHaveCount(0);
  });

  await test.step("市が読んで、理由を添えて直しをお願いする", async () => {
    await openSubmitted(city, activity.title);
    await expect(city.getByText("話しても、話さなくてもかまいません。")).toBeVisible();
    await city.getByRole("button", { name: "直しをお願いする", exact: true }).click();
    const dialog = city.getByRole("alertdialog");
    await textField(dialog, "直してほしいこと").fill("雨の日はどうなるかを、書き足してください。");
    await dialog.getByRole("button", { name: "直しをお願いする" }).click();
    await expectAnnounced(city, "直しをお願いしました");
  });

  await test.step("団体が理由を読んで直し、もう一度申し込む", async () => {
    await cafeteria.reload();
    await expect(cafeteria.getByText("雨の日はどうなるかを、書き足してください。")).toBeVisible();
    await cafeteria.getByRole("link", { name: "内容を直す" }).click();
    await textField(cafeteria, "日時の補足").fill("雨の日は、集会所の中で開きます。");
    await cafeteria.getByRole("button", { name: "保存して、見え方を確かめる" }).click();
    await confirm(cafeteria, "公開を申し込む");
    await expectAnnounced(cafeteria, "市に申し込みました");
  });

  await test.step("市が公開を認める", async () => {
    await openSubmitted(city, activity.title);
    await expect(city.getByText("雨の日は、集会所の中で開きます。")).toBeVisible();
    await confirm(city, "公開を認める");
    await expectAnnounced(city, "公開を認めました");
  });

  await test.step("だれでも、ひらがな・カタカナの一文字から見つけられる", async () => {
    for (const keyword of ["ゐ", "ヰ"]) {
      await search(resident, keyword);
      await expect(resident.getByRole("link", { name: activity.title })).toBeVisible();
    }
    await resident.getByRole("link", { name: activity.title }).click();
    await expect(resident.getByRole("heading", { level: 1, name: activity.title })).toBeVisible();
    await expect(resident.getByText("雨の日は、集会所の中で開きます。")).toBeVisible();
    await expect(resident.getByText("毎週木曜日 13:30").first()).toBeVisible();
  });
  await changeTime({ cafeteria, city, resident });
});

type Readers = { readonly cafeteria: Page; readonly city: Page; readonly resident: Page };

/** D-15: a later change of the time is looked at again, beside what is public. */
const changeTime = async ({ cafeteria, city, resident }: Readers): Promise<void> => {
  const title = await resident.getByRole("heading", { level: 1 }).innerText();
  await test.step("公開のあとで時刻を変え、市が違いを見て認める", async () => {
    await cafeteria.reload();
    await cafeteria.getByRole("link", { name: "日にちや内容を変える" }).click();
    await textField(cafeteria, "始まる時刻").fill("14:15");
    await cafeteria.getByRole("button", { name: "保存して、見え方を確かめる" }).click();
    await confirm(cafeteria, "変更を申し込む");
    await expectAnnounced(cafeteria, "市に申し込みました");
    await openSubmitted(city, title);
    await expect(city.getByRole("deletion").filter({ hasText: "13:30" })).toBeVisible();
    await expect(city.getByRole("insertion").filter({ hasText: "14:15" })).toBeVisible();
    await resident.reload();
    await expect(resident.getByText("毎週木曜日 13:30").first()).toBeVisible();
    await confirm(city, "公開を認める");
    await expectAnnounced(city, "公開を認めました");
    await resident.reload();
    await expect(resident.getByText("毎週木曜日 14:15").first()).toBeVisible();
  });
};
