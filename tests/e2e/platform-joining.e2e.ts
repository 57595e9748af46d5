import type { Page } from "@playwright/test";
import { z } from "zod";
import { call } from "./portal/call.ts";
import { choices, expectAnnounced, textField } from "./portal/fields.ts";
import { expect, test } from "./portal/journey.ts";
import { forbidPointer, press, tabTo, type } from "./portal/keyboard.ts";
import { newMark, people, type Person } from "./portal/people.ts";

const platformName = "つながりづくりプラットフォーム 東エリア";
const organizationName = "あおぞら電機株式会社（架空）";

const enter = async (page: Page, { portal, mail, password }: Person): Promise<void> => {
  await page.goto(`/${portal}/`);
  await type(page, textField(page, "メールアドレス"), mail);
  await type(page, textField(page, "パスワード"), password);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "サインアウト" }).first()).toBeVisible();
};

const menu = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "メインメニュー" }).getByRole("link", { name, exact: true });

const Platforms = z.object({
  result: z.object({
    data: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        membership: z.object({ id: z.string(), version: z.number(), status: z.string() }).nullable(),
      }),
    ),
  }),
});

/** An earlier walk that was broken off may have left the organization in: the journey begins outside. */
const beginOutside = async (page: Page): Promise<void> => {
  const { body } = await call(page, "partner.platform.list");
  const membership = Platforms.parse(body).result.data.find(({ name }) => name === platformName)?.membership;
  const verb = { applied: "cancelApplication", active: "leave" }[membership?.status ?? ""];
  if (membership === undefined || membership === null || verb === undefined) return;
  const requestId = await page.evaluate(() => "0190a000-0000-7000-8000-" + Date.now().toString(16).padStart(12, "0"));
  await call(page, `partner.platform.${verb}`, { requestId, membershipId: membership.id, version: membership.version });
};

const openPlatform = async (page: Page): Promise<void> => {
  await press(page, menu(page, "プラットフォーム"));
  await press(page, page.getByRole("link", { name: platformName }));
  await expect(page.getByRole("heading", { level: 1, name: platformName })).toBeVisible();
};

/** 「（日付）時点で 34団体」 on the page of the platform. */
const countOf = async (page: Page): Promise<number> => {
  const text = await page.getByText(/時点で\s*\d+団体/u).innerText();
  return Number(/時点で\s*(?<count>\d+)団体/u.exec(text)?.groups?.["count"]);
};

const askAsOf = async (page: Page, date: Date): Promise<void> => {
  const group = choices(page, "いつ時点");
  const parts = new Intl.DateTimeFormat("en", { timeZone: "UTC", year: "numeric", month: "numeric", day: "numeric" });
  const part = (name: string) => parts.formatToParts(date).find(({ type: kind }) => kind === name)?.value ?? "";
  await type(page, group.getByLabel("年", { exact: true }), part("year"));
  await type(page, group.getByLabel("月", { exact: true }), part("month"));
  await type(page, group.getByLabel("日", { exact: true }), part("day"));
  await press(page, page.getByRole("button", { name: "この日で数える" }));
  const shown = `${part("year")}年.*${part("month")}月${part("day")}日`;
  await expect(page.getByText(new RegExp(String.raw`${shown}.*時点で\s*\d+団体`, "u"))).toBeVisible();
};

/** The date in Japan as a day of UTC, moved by some days. */
const japaneseDay = (days: number): Date => new Date(Date.now() + (9 + 24 * days) * 3_600_000);

test("エリアのプラットフォームに参加する", async ({ openPublic }) => {
  const [partner, city] = [await openPublic(), await openPublic()];
  const pointers = [await forbidPointer(partner), await forbidPointer(city)];
  const wish = `スマホの相談をいっしょに開きたいです。${newMark()}`;
  await enter(partner, people.company);
  await beginOutside(partner);
  await enter(city, people.communityCoordinator);
  await openPlatform(city);
  const before = await countOf(city);

  await test.step("団体が申し込む。まだ参加団体の名前は見られない", async () => {
    await openPlatform(partner);
    await expect(partner.getByText(/\d+団体が参加しています。/u)).toBeVisible();
    await expect(partner.getByRole("listitem").filter({ hasText: "藤山台みんなの食堂" })).toHaveCount(0);
    await type(partner, textField(partner, "ひとこと（活動の紹介や、やってみたいこと）"), wish);
    await press(partner, partner.getByRole("button", { name: "参加を申し込む" }));
    await expectAnnounced(partner, "参加を申し込みました");
    await expect(partner.getByRole("heading", { name: "申し込んでいます" })).toBeVisible();
  });

  await test.step("申込みだけでは、参加団体に数えられない", async () => {
    await city.reload();
    expect(await countOf(city)).toBe(before);
  });

  await test.step("運営が、ひとことを読んで参加を認める", async () => {
    await press(city, city.getByRole("link", { name: "参加の申込みを見る" }));
    const application = city.locator("section", { hasText: wish });
    await expect(application).toContainText(organizationName);
    await press(city, application.getByRole("button", { name: "参加を認める" }));
    await press(city, city.getByRole("alertdialog").getByRole("button", { name: "参加を認める" }));
    await expectAnnounced(city, `${organizationName}の参加を認めました`);
  });

  await test.step("その日から数に入り、前の日の数は変わらない", async () => {
    await openPlatform(city);
    await expect(city.getByRole("row", { name: new RegExp(organizationName, "u") })).toBeVisible();
    expect(await countOf(city)).toBe(before + 1);
    await askAsOf(city, japaneseDay(-1));
    expect(await countOf(city)).toBe(before);
    await askAsOf(city, japaneseDay(0));
    expect(await countOf(city)).toBe(before + 1);
  });

  await test.step("個人の参加者は、運営だけが名前で見る。団体には人数だけが伝わる", async () => {
    const name = `架空 ${newMark()}`;
    const dialog = city.getByRole("alertdialog");
    const person = city.getByRole("list", { name: "個人の参加者" }).getByRole("listitem").filter({ hasText: name });
    await press(city, city.getByRole("button", { name: "個人の参加者を加える" }));
    await press(city, dialog.getByRole("button", { name: "加える" }));
    await expect(dialog.getByText("入力してください").first()).toBeVisible();
    await type(city, textField(dialog, "名前"), name);
    await press(city, dialog.getByRole("button", { name: "加える" }));
    await expectAnnounced(city, "個人の参加者を加えました");
    await expect(person).toBeVisible();
    await partner.reload();
    await expect(partner.getByRole("list", { name: "相談支援機関" })).toContainText("基幹型地域包括支援センター");
    await expect(partner.getByText("個人で参加している人は5名未満です")).toBeVisible();
    await expect(partner.getByText(name)).toHaveCount(0);
    await press(city, person.getByRole("button", { name: "参加を終わりにする" }));
    await press(city, dialog.getByRole("button", { name: "参加を終わりにする" }));
    await expect(person).toHaveCount(0);
  });

  await test.step("団体は、ほかの参加団体の名前を見られる。退会すると、もとに戻る", async () => {
    await partner.reload();
    await expect(partner.getByRole("listitem").filter({ hasText: "藤山台みんなの食堂" })).toBeVisible();
    await press(partner, partner.getByRole("button", { name: "退会する" }));
    await press(partner, partner.getByRole("alertdialog").getByRole("button", { name: "退会する" }));
    await expectAnnounced(partner, "退会しました");
    await expect(partner.getByRole("listitem").filter({ hasText: "藤山台みんなの食堂" })).toHaveCount(0);
  });

  await tabTo(partner, partner.getByRole("button", { name: "サインアウト" }).first());
  expect(pointers.flat()).toEqual([]);
});
