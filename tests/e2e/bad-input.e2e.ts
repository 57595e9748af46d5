import type { Page } from "@playwright/test";
import { choices, choose, expectAnnounced, fillDate, textField } from "./portal/fields.ts";
import { givenCase, givenDraft } from "./portal/given.ts";
import { expect, passDoor, test } from "./portal/journey.ts";
import { newMark, people, type Person } from "./portal/people.ts";
import { japaneseDate, newStory } from "./portal/referral-route.ts";

const endless = "長い話。".repeat(25_000);
/** A made-up number with a right check digit (D-22). */
const myNumber = "番号は123456789018です。";
const markup = `<img src=x onerror="document.title='破られた'">`;
const formula = `=HYPERLINK("https://example.jp","押す")`;

const tooLong = "長すぎます。短くしてください。";
const noMyNumber = "マイナンバー（個人番号）と思われる12桁の数字があります。";

/** Each error names its field and how to mend it, and leads there. */
const expectErrors = async (page: Page, errors: readonly (readonly [label: string, sentence: string])[]) => {
  const summary = page.locator("main").getByRole("alert").filter({ hasText: "入力内容に誤りがあります" });
  await expect(summary).toBeFocused();
  await expect(summary.getByRole("link")).toHaveCount(errors.length);
  for (const [label, sentence] of errors) {
    await summary.getByRole("link", { name: `${label}：${sentence}` }).click();
    await expect(page.locator(":focus")).toBeVisible();
    await summary.focus();
  }
};

/** Nobody touches the page for so long that the session ends; who signs in again finds what was written. */
const leaveAndComeBack = async (page: Page, person: Person, minutes: string): Promise<void> => {
  await expect(page.getByText(/^下書きを保存しました/u)).toBeVisible();
  await page.context().clearCookies();
  await page.clock.fastForward(minutes);
  await passDoor(page, person);
  await page.getByRole("button", { name: "下書きから再開する" }).click();
};

const begin = async (page: Page, address: string): Promise<void> => {
  await page.clock.install();
  await page.goto(address);
  await expect(page.locator("main form")).toBeVisible();
  await page.waitForLoadState("networkidle");
  const fresh = page.getByRole("button", { name: "下書きを捨てて新しく書く" });
  if (await fresh.isVisible()) await fresh.click();
};

const next = (page: Page) => page.getByRole("button", { name: "次へ", exact: true }).click();

test.describe("入力の誤りがあっても書いたものは残る", () => {
  test("活動", async ({ openAs }) => {
    const title = `${markup}${newMark()}`;
    const page = await openAs(people.company);
    await begin(page, "/partner/activities/new");
    await textField(page, "活動の名前").fill(title);
    await leaveAndComeBack(page, people.company, "31:00");
    await expect(textField(page, "活動の名前")).toHaveValue(title);
    await textField(page, "活動の種類").selectOption({ label: "その他" });
    await textField(page, "ひとことで言うと").fill(formula);
    await textField(page, "くわしい内容").fill(endless);
    await textField(page, "曜日").selectOption({ label: "火曜日" });
    await textField(page, "始まる時刻").fill("１０時");
    await textField(page, "終わる時刻").fill("１２：００");
    await fillDate(page, "最後の日", japaneseDate(-30));
    await textField(page, "日時の補足").fill(myNumber);
    await choose(page, "だれのため", "どなたでも");
    await choose(page, "参加のしかた", "申込みはいりません");
    await choose(page, "費用", "無料");
    await textField(page, "電話番号").fill("０５６８－００－１２３４");
    await choose(page, "市からのつなぎを受け入れる", "受け入れない");
    const save = page.getByRole("button", { name: "保存して、見え方を確かめる" });
    await save.click();
    await expectErrors(page, [
      ["くわしい内容", tooLong],
      ["最後の日", "終わりが始まりより前になっています。"],
      ["日時の補足", noMyNumber],
    ]);
    await expect(textField(page, "くわしい内容")).toHaveValue(endless);
    await expect(textField(page, "日時の補足")).toHaveValue(myNumber);
    await expect(textField(page, "ひとことで言うと")).toHaveValue(formula);
    await expect(choices(page, "だれのため").getByLabel("どなたでも")).toBeChecked();

    await textField(page, "くわしい内容").fill(`${formula}\n${markup}`);
    await fillDate(page, "最後の日", japaneseDate(60));
    await textField(page, "日時の補足").fill("");
    await save.click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(page.getByText("0568-00-1234").first()).toBeVisible();
    await expect(page).not.toHaveTitle(/^破られた/u);
  });

  test("相談の受付", async ({ openAs }) => {
    const name = `${markup}${newMark()}`;
    const page = await openAs(people.coordinator);
    await begin(page, "/staff/cases/new");
    await choose(page, "どこからの相談か", "本人");
    await choices(page, "受付日").getByLabel("月", { exact: true }).fill("１３");
    await next(page);
    await expectErrors(page, [["受付日", "日付として読めません。"]]);
    await fillDate(page, "受付日", japaneseDate());
    await next(page);
    await choose(page, "暮らしとお金", "仕事");
    await textField(page, "相談の概要").fill(endless);
    await textField(page, "本人の希望").fill(myNumber);
    await next(page);
    await expectErrors(page, [
      ["相談の概要", tooLong],
      ["本人の希望", noMyNumber],
    ]);
    await expect(textField(page, "相談の概要")).toHaveValue(endless);
    await expect(textField(page, "本人の希望")).toHaveValue(myNumber);

    await textField(page, "相談の概要").fill(formula);
    await textField(page, "本人の希望").fill("");
    await next(page);
    await textField(page, "氏名").fill(name);
    await leaveAndComeBack(page, people.coordinator, "16:00");
    await expect(textField(page, "氏名")).toHaveValue(name);
    await textField(page, "電話番号").fill("となりの家");
    await next(page);
    await expectErrors(page, [["電話番号", "電話番号として読めません。"]]);
    await expect(textField(page, "電話番号")).toHaveValue("となりの家");
    await textField(page, "電話番号").fill("０５６８００１２３４");
    await next(page);
    await next(page);
    await page.getByRole("button", { name: "相談を受け付ける" }).click();
    await expect(page.getByRole("heading", { level: 1, name: `${name}さん` })).toBeVisible();
    await expect(page.getByText(formula).first()).toBeVisible();
    await expect(page).not.toHaveTitle(/^破られた/u);
  });

  test("つなぎ", async ({ openAs }) => {
    const story = newStory(newMark());
    const page = await openAs(people.coordinator);
    const referralId = await givenDraft(page, await givenCase(page, story), story);
    await begin(page, `/staff/referrals/${referralId}`);
    await textField(page, "通える曜日や時間").fill(`${formula}${markup}`);
    await leaveAndComeBack(page, people.coordinator, "16:00");
    await expect(textField(page, "通える曜日や時間")).toHaveValue(`${formula}${markup}`);
    await textField(page, "やってみたいこと・希望").fill(endless);
    await textField(page, "その場で必要なこと").fill(myNumber);
    const save = page.getByRole("button", { name: "保存する", exact: true });
    await save.click();
    await expectErrors(page, [
      ["やってみたいこと・希望", tooLong],
      ["その場で必要なこと", noMyNumber],
    ]);
    await expect(textField(page, "やってみたいこと・希望")).toHaveValue(endless);
    await expect(textField(page, "その場で必要なこと")).toHaveValue(myNumber);

    await textField(page, "やってみたいこと・希望").fill(story.wishes);
    await textField(page, "その場で必要なこと").fill(story.needs);
    await fillDate(page, "返事の期限", japaneseDate(-3));
    await save.click();
    await expectErrors(page, [["返事の期限", "使える範囲を超えています。"]]);
    await expect(textField(page, "通える曜日や時間")).toHaveValue(`${formula}${markup}`);
    await choices(page, "返事の期限").getByLabel("年", { exact: true }).fill("");
    await choices(page, "返事の期限").getByLabel("月", { exact: true }).fill("");
    await choices(page, "返事の期限").getByLabel("日", { exact: true }).fill("");
    await save.click();
    await expectAnnounced(page, "保存しました");
    await expect(page.getByText(`${formula}${markup}`).last()).toBeVisible();
    await expect(page).not.toHaveTitle(/^破られた/u);
  });
});
