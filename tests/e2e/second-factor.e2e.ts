import type { Page } from "@playwright/test";
import { totpCode } from "@tsunagari/auth";
import { call } from "./portal/call.ts";
import { confirm, expectAnnounced, textField } from "./portal/fields.ts";
import { expect, passDoor, signIn, test } from "./portal/journey.ts";
import { people, type Person } from "./portal/people.ts";

const account = (page: Page) => page.getByRole("heading", { level: 1, name: "サインインとセキュリティ" });

/** Enrols an app from the page that is open, as one types the secret where a camera is missing; gives the secret. */
const enroll = async (page: Page): Promise<string> => {
  await page.getByRole("button", { name: "認証アプリを登録する" }).click();
  const dialog = page.getByRole("alertdialog", { name: "認証アプリの登録" });
  await expect(dialog.getByRole("img", { name: "認証アプリで読み取るQRコード" })).toBeVisible();
  const secret = ((await dialog.locator("code").textContent()) ?? "").replaceAll(" ", "");
  await textField(dialog, "6桁の番号").fill(totpCode(secret, new Date()));
  await dialog.getByRole("button", { name: "登録する" }).click();
  const codes = page.getByRole("alertdialog", { name: "回復コード" });
  await codes.getByRole("button", { name: "保管したので閉じる" }).click();
  return secret;
};

/** A code counts once, so the next one is taken, of the half minute to come. */
const nextCode = (secret: string): string => totpCode(secret, new Date(Date.now() + 30_000));

const signInWithApp = async (page: Page, person: Person, secret: string): Promise<void> => {
  await page.goto(`/${person.portal}/`);
  await passDoor(page, person);
  await expect(page.getByRole("heading", { level: 1, name: "本人であることを確かめます" })).toBeVisible();
  await textField(page, "6桁の番号").fill("000000");
  await page.getByRole("button", { name: "確かめてサインイン" }).click();
  await expect(page.getByRole("alert")).toContainText("確認できませんでした");
  await textField(page, "6桁の番号").fill(nextCode(secret));
  await page.getByRole("button", { name: "確かめてサインイン" }).click();
  await expect(page.getByRole("navigation").first()).toBeVisible();
};

const requireForStaff = async (page: Page, value: "required" | "optional"): Promise<void> => {
  await page.goto("/staff/settings/security");
  await page.getByRole("button", { name: /変える.*職員の二段階の確認/u }).click();
  const dialog = page.getByRole("alertdialog");
  await dialog.getByLabel(value === "required" ? "全員が必ず使う" : "使うかどうかを、本人が決める").check();
  await dialog.getByRole("button", { name: "この値に変える" }).click();
  await expectAnnounced(page, "「職員の二段階の確認」を変えました");
};

test("市が二段階の確認を必須にすると、登録してから仕事の画面が開く", async ({ openBrowser, openAs }) => {
  test.setTimeout(90_000);
  const administrator = await openAs(people.otherCityAdministrator);

  await test.step("管理者は認証アプリを登録し、その番号で入り直して、必須にする", async () => {
    await administrator.getByRole("link", { name: "サインインとセキュリティ" }).click();
    const secret = await enroll(administrator);
    await administrator.getByRole("button", { name: "サインアウト" }).click();
    await signInWithApp(administrator, people.otherCityAdministrator, secret);
    await requireForStaff(administrator, "required");
  });

  await test.step("登録のない職員には、登録の画面だけが開く", async () => {
    const staff = await openBrowser();
    await staff.goto("/staff/cases");
    await passDoor(staff, people.otherCityCaseworker);
    await expect(account(staff)).toBeVisible();
    await expect(staff.getByText("はじめに、二段階の確認を登録してください")).toBeVisible();
    await staff.goto("/staff/cases");
    await expect(account(staff)).toBeVisible();
    expect((await call(staff, "staff.case.list")).status).toBe(403);
    await enroll(staff);
    await expect(staff.getByText("はじめに、二段階の確認を登録してください")).toBeHidden();
    expect((await call(staff, "staff.case.list")).status).toBe(200);
    await confirm(staff, "認証アプリを外す");
    await expect(staff.getByRole("alertdialog")).toContainText("最後の一つは外せません");
    await requireForStaff(administrator, "optional");
    await staff.getByRole("alertdialog").getByRole("button", { name: "認証アプリを外す", exact: true }).click();
    await expectAnnounced(staff, "認証アプリを外しました");
  });

  await test.step("管理者も外して、もとに戻す", async () => {
    await administrator.goto("/staff/account");
    await confirm(administrator, "認証アプリを外す");
    await expectAnnounced(administrator, "認証アプリを外しました");
    await signIn(await openBrowser(), people.otherCityAdministrator);
  });
});
