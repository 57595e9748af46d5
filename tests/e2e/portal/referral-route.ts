import { expect, type Locator, type Page } from "@playwright/test";
import { choices, choose, confirm, expectAnnounced, fillDate, textField } from "./fields.ts";
import { openFromMenu } from "./journey.ts";

/** Who a journey is about; every value is made for one walk. */
export type Story = {
  readonly name: string;
  readonly kana: string;
  readonly preferredName: string;
  readonly address: string;
  readonly phone: string;
  readonly wishes: string;
  readonly needs: string;
};

export const newStory = (mark: string): Story => {
  // The text before acceptance must not hold a part of the name, so it bears a mark of its own.
  const note = [...mark].toReversed().join("");
  return {
    name: `縫野 ${mark}`,
    kana: `ぬいの ${mark}`,
    preferredName: `ぬい${mark}さん`,
    address: `春日井市どこか町（架空）${mark}番`,
    phone: "0568-00-7734",
    wishes: `窓のある静かな場所で、編み物をしてみたいとのことです。${note}`,
    needs: `はじめの日は、席を先に決めておくと安心です。${note}`,
  };
};

const next = (page: Page) => page.getByRole("button", { name: "次へ", exact: true }).click();

/** Takes a new case in, step by step, and ends on its page. */
export const takeIn = async (page: Page, story: Story): Promise<void> => {
  await openFromMenu(page, "ケース");
  await page.getByRole("link", { name: "相談を受け付ける" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "相談の受付" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  const fresh = page.getByRole("button", { name: "下書きを捨てて新しく書く" });
  if (await fresh.isVisible()) await fresh.click();
  await choose(page, "どこからの相談か", "相談窓口");
  await next(page);
  await choose(page, "人や社会とのつながり", "孤立・地域との関係");
  await textField(page, "相談の概要").fill("引っ越してから話す人がいない。手を動かす場所をさがしている。");
  await next(page);
  await textField(page, "氏名").fill(story.name);
  await textField(page, "ふりがな").fill(story.kana);
  await fillDate(page, "生年月日", "1968-05-02");
  await textField(page, "呼ばれたい名前").fill(story.preferredName);
  await textField(page, "住所").fill(story.address);
  await textField(page, "電話番号").fill(story.phone);
  await next(page);
  await next(page);
  await page.getByRole("button", { name: "相談を受け付ける" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${story.name}さん` })).toBeVisible();
};

export const caseTab = async (page: Page, name: string): Promise<void> => {
  await page.getByRole("navigation", { name: "ケースの内容" }).getByRole("link", { name, exact: true }).click();
};

export type Consent =
  | { readonly purpose: "関係機関と情報を共有すること"; readonly departments: readonly string[] }
  | { readonly purpose: "受入先の団体に情報を渡すこと"; readonly organization: string };

/** Records a consent from the tab 「同意」, after it was read through. */
export const recordConsent = async (page: Page, consent: Consent, groups: readonly string[]): Promise<void> => {
  await caseTab(page, "同意");
  await page.getByRole("link", { name: "同意を記録する" }).click();
  await choose(page, "同意の目的", consent.purpose);
  if ("departments" in consent) await choose(page, "共有する部署・機関", ...consent.departments);
  else {
    await textField(page, "団体の名前・ふりがなの一部").fill(consent.organization);
    await choices(page, `「${consent.organization}」に合う団体`).getByRole("checkbox").first().check();
  }
  await choose(page, "渡す情報の種類", ...groups);
  await choose(page, "同意した人", "本人");
  await choose(page, "同意の方法", "書面");
  await page.getByRole("button", { name: "内容を確かめる" }).click();
  await expect(page.getByRole("heading", { name: /いっしょに読んでください/u })).toBeVisible();
  await page.getByRole("button", { name: "この内容で記録する" }).click();
  await expectAnnounced(page, "同意を記録しました");
};

/** The date in Japan, as `YYYY-MM-DD`, moved by some days. */
export const japaneseDate = (days = 0): string =>
  new Date(Date.now() + (9 + 24 * days) * 3_600_000).toISOString().slice(0, 10);

/** Calls a meeting for today with the case on its agenda and records that it was held. */
export const holdMeeting = async (page: Page, story: Story, departments: readonly string[]): Promise<void> => {
  await openFromMenu(page, "会議");
  await page.getByRole("link", { name: "会議を招集する" }).click();
  await fillDate(page, "開催日", japaneseDate());
  await textField(page, "開始時刻").fill("1000");
  await choose(page, "構成する部署・機関", ...departments);
  await page.getByRole("button", { name: "招集する", exact: true }).click();
  await expectAnnounced(page, "会議を招集しました");
  await page.getByRole("link", { name: "議題を加える" }).first().click();
  const chosen = page.getByRole("option", { name: story.name });
  await textField(page, "ケース").selectOption({ label: await chosen.innerText() });
  await choose(page, "対象の人", `${story.name}（本人）`);
  await expect(page.getByText("構成するすべての部署・機関を挙げた同意があります。")).toBeVisible();
  await choose(page, "議題", "参加支援が必要か");
  await page.getByRole("button", { name: "議題を加える", exact: true }).click();
  await expectAnnounced(page, "議題に加えました");
  await confirm(page, "開催を記録する");
  await expectAnnounced(page, "開催を記録しました");
};

export const agendaItem = (page: Page, story: Story): Locator =>
  page.locator("section", { hasText: story.name }).last();

/** On the page of the held meeting. */
export const recordDecision = async (page: Page, story: Story): Promise<void> => {
  await agendaItem(page, story).getByRole("button", { name: "決定「参加支援が必要」を記録する" }).click();
  const dialog = page.getByRole("alertdialog");
  await textField(dialog, "決定の内容").fill("手を動かす静かな場を、週に一度から試す。");
  await dialog.getByRole("button", { name: "決定を記録する" }).click();
  await expectAnnounced(page, "決定「参加支援が必要」を記録しました");
};

/** From the list of cases to the page of one. */
export const openCase = async (page: Page, story: Story): Promise<void> => {
  await openFromMenu(page, "ケース");
  await page.getByRole("link", { name: story.name }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${story.name}さん` })).toBeVisible();
};

/** Where a referral goes, and whom the receiver may ask. */
export type Destination = { readonly activity: string; readonly staffContact: string };
const restingPlace: Destination = {
  activity: "庭先のひとやすみ",
  staffContact: "春日井市 地域共生推進課 仮野 0568-00-0101",
};

/** The draft, saved: what stands before the acceptance, and what after. */
export const writeDraft = async (page: Page, story: Story, to: Destination = restingPlace): Promise<string> => {
  await caseTab(page, "つなぎ");
  await page.getByRole("link", { name: "新しいつなぎ" }).click();
  await page.getByRole("row", { name: to.activity }).getByRole("button", { name: "選ぶ" }).click();
  await page.getByRole("alertdialog").getByRole("button", { name: "下書きを作る" }).click();
  await expect(page.getByRole("heading", { name: "送る前の確認" })).toBeVisible();
  await choose(page, "お願いしたいこと", "居場所や活動への参加");
  await choose(page, "最初の連絡のしかた", "職員と一緒に会いたい");
  await textField(page, "やってみたいこと・希望").fill(story.wishes);
  await textField(page, "その場で必要なこと").fill(story.needs);
  await textField(page, "担当職員の連絡先").fill(to.staffContact);
  await choose(page, "本人の記録から伝えること", "呼び名", "氏名");
  await page.getByRole("button", { name: "保存する", exact: true }).click();
  await expectAnnounced(page, "保存しました");
  return new URL(page.url()).pathname.split("/").at(-1) ?? "";
};

/** Sends the saved draft, after its effect was read. */
export const send = async (page: Page): Promise<void> => {
  await confirm(page, "この内容で送る", "送る");
  await expectAnnounced(page, "依頼を送りました");
};

/** From the list of requests to one of them; the list does not tell them apart by person. */
export const openRequest = async (
  page: Page,
  referralId: string,
  { activity }: Pick<Destination, "activity"> = restingPlace,
): Promise<void> => {
  await openFromMenu(page, "つなぎの依頼");
  await page.locator(`a[href$="/referrals/${referralId}"]`).click();
  await expect(page.getByRole("heading", { level: 1, name: `「${activity}」への依頼` })).toBeVisible();
};
