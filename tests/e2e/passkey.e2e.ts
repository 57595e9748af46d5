import { giveAuthenticator } from "./portal/authenticator.ts";
import { confirm, expectAnnounced, textField } from "./portal/fields.ts";
import { expect, signIn, test } from "./portal/journey.ts";
import { people } from "./portal/people.ts";

test("パスキーを登録して、パスキーだけで入る", async ({ openBrowser }) => {
  const page = await openBrowser();
  await giveAuthenticator(page);

  await test.step("サインインして、パスキーを登録し、回復コードを控える", async () => {
    await signIn(page, people.lecturer);
    await page.getByRole("link", { name: "サインインとセキュリティ" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "サインインとセキュリティ" })).toBeVisible();
    await page.getByRole("button", { name: "パスキーを登録する" }).click();
    const dialog = page.getByRole("alertdialog", { name: "パスキーの登録" });
    await textField(dialog, "パスキーの名前").fill("研究室のパソコン");
    await dialog.getByRole("button", { name: "この端末で登録する" }).click();
    const codes = page.getByRole("alertdialog", { name: "回復コード" });
    await expect(codes.getByRole("listitem")).toHaveCount(10);
    await codes.getByRole("button", { name: "保管したので閉じる" }).click();
    await expect(page.getByRole("heading", { level: 3, name: "研究室のパソコン" })).toBeVisible();
  });

  await test.step("名前を変える。変える前の名前は残らない", async () => {
    await page.getByRole("button", { name: "名前を変える" }).click();
    const dialog = page.getByRole("alertdialog", { name: "パスキーの名前を変える" });
    await expect(textField(dialog, "パスキーの名前")).toHaveValue("研究室のパソコン");
    await textField(dialog, "パスキーの名前").fill("自宅のパソコン");
    await dialog.getByRole("button", { name: "変更する" }).click();
    await expectAnnounced(page, "パスキーの名前を変えました");
    await expect(page.getByRole("heading", { level: 3, name: "自宅のパソコン" })).toBeVisible();
    await expect(page.getByRole("heading", { level: 3, name: "研究室のパソコン" })).toHaveCount(0);
  });

  await test.step("サインアウトして、メールもパスワードも入れずに入る", async () => {
    await page.getByRole("button", { name: "サインアウト" }).click();
    await page.getByRole("button", { name: "パスキーでサインイン" }).click();
    await expect(page.getByRole("navigation").first()).toBeVisible();
  });

  await test.step("パスワードで入るときも、パスキーで確かめる", async () => {
    await page.getByRole("button", { name: "サインアウト" }).click();
    await textField(page, "メールアドレス").fill(people.lecturer.mail);
    await textField(page, "パスワード").fill(people.lecturer.password);
    await page.getByRole("button", { name: "サインイン", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "本人であることを確かめます" })).toBeVisible();
    await page.getByRole("button", { name: "パスキーで確かめる" }).click();
    await expect(page.getByRole("navigation").first()).toBeVisible();
  });

  await test.step("パスキーを外すと、またパスワードだけで入れる", async () => {
    await page.getByRole("link", { name: "サインインとセキュリティ" }).click();
    await confirm(page, "パスキーを外す");
    await expectAnnounced(page, "パスキーを外しました");
    await page.getByRole("button", { name: "サインアウト" }).click();
    await signIn(page, people.lecturer);
  });
});
