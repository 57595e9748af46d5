import type { Page } from "@playwright/test";
import { choose, expectAnnounced, textField } from "./portal/fields.ts";
import { expect, openFromMenu, passDoor, test } from "./portal/journey.ts";
import { answerQuestion, letSixMinutesPass, question } from "./portal/later.ts";
import { newMark, people } from "./portal/people.ts";

/** The demo sends no mail: what would go stands in the outbox, the newest first. */
const newestLink = async (administrator: Page, subject: string): Promise<string> => {
  await openFromMenu(administrator, "メールの送信");
  const row = administrator.getByRole("row").filter({ hasText: subject }).first();
  await row.getByText("本文を見る").click();
  const body = (await row.innerText()).replaceAll(/\s*\n\s*/gu, "\n");
  const link = /\/(?:staff|partner)\/set-password#[\w-]{43}/u.exec(body)?.[0];
  if (link === undefined) throw new Error(`no link in: ${body}`);
  return link;
};

const chooseByLink = async (page: Page, link: string, password: string): Promise<void> => {
  // A mail opens its link in a page of its own.
  await page.goto("about:blank");
  await page.goto(link);
  await expect(page.getByRole("heading", { level: 1, name: "パスワードを決める" })).toBeVisible();
  await textField(page, "新しいパスワード").fill(password);
  // What opens the account stays neither in the address nor in the history.
  expect(page.url()).not.toContain("#");
  await page.getByRole("button", { name: "このパスワードに決める" }).click();
  await expect(page.getByText("パスワードを決めました")).toBeVisible();
};

test("招待された人がリンクからパスワードを決めて入り、忘れたら自分で決め直せる", async ({ openAs, openPublic }) => {
  const mark = newMark();
  const mail = `invited-${mark}@example.jp`;
  const name = `招待 ${mark}`;
  const person = { portal: "staff", mail, password: `haru no komichi ${mark}` } as const;
  const administrator = await openAs(people.administrator);
  const invited = await openPublic();

  await test.step("管理者が、メールで招待する", async () => {
    await openFromMenu(administrator, "利用者");
    await administrator.getByRole("link", { name: "利用者を登録する" }).click();
    await textField(administrator, "氏名").fill(name);
    await textField(administrator, "メールアドレス").fill(mail);
    await administrator.getByLabel("部署・機関").selectOption({ index: 1 });
    await choose(administrator, "パスワードの決め方", "メールで招待する");
    await administrator.getByRole("button", { name: "登録する", exact: true }).click();
    await administrator.getByRole("link", { name: "この利用者を見る" }).click();
    await expect(administrator.getByText("招待中", { exact: true })).toBeVisible();
  });

  await test.step("送り直すと、前のリンクは使えない", async () => {
    const earlier = await newestLink(administrator, "職員ポータルへの招待");
    await administrator.goBack();
    await administrator.getByRole("button", { name: "招待メールを送り直す" }).click();
    await administrator.getByRole("alertdialog").getByRole("button", { name: "招待メールを送り直す" }).click();
    await expectAnnounced(administrator, `${name}さんへの招待メールを用意しました`);
    await invited.goto(earlier);
    await expect(invited.getByText("このリンクは使えません")).toBeVisible();
  });

  await test.step("本人が、リンクからパスワードを決めて入る", async () => {
    const link = await newestLink(administrator, "職員ポータルへの招待");
    await invited.goto(link);
    await expect(invited.getByText(mail)).toBeVisible();
    await expect(invited.getByText(name)).toHaveCount(0);
    await chooseByLink(invited, link, person.password);
    await invited.getByRole("link", { name: "サインインへ進む" }).click();
    await passDoor(invited, person);
    await invited.goto(`/staff/`);
    await expect(invited.getByText(name).first()).toBeVisible();
  });

  await test.step("忘れたら、自分で決め直す。サインインしていた端末は、サインアウトする", async () => {
    const forgetful = await openPublic();
    await forgetful.goto("/staff/sign-in");
    await forgetful.getByRole("link", { name: "パスワードを忘れた方" }).click();
    await expect(forgetful.getByRole("heading", { level: 1, name: "パスワードの再設定" })).toBeVisible();
    await textField(forgetful, "メールアドレス").fill(mail);
    await forgetful.getByRole("button", { name: "再設定のメールを送る" }).click();
    await expect(forgetful.getByText("申し込みを受け付けました")).toBeVisible();
    const link = await newestLink(administrator, "パスワードの再設定");
    const again = { ...person, password: `natsu no umibe ${mark}` };
    await chooseByLink(forgetful, link, again.password);
    await forgetful.getByRole("link", { name: "サインインへ進む" }).click();
    await passDoor(forgetful, again);
    await invited.reload();
    await expect(invited.getByRole("heading", { level: 1, name: "職員ポータルにサインイン" })).toBeVisible();
  });
});

test("団体の代表が、自分の団体の人を招待し、送り直し、役割をつけ、終える", async ({ openAs, openPublic }) => {
  const mark = newMark();
  const mail = `member-${mark}@example.jp`;
  const name = `仲間 ${mark}`;
  const person = { portal: "partner", mail, password: `aki no yamaji ${mark}` } as const;
  const owner = await openAs(people.cafeteria);
  const administrator = await openAs(people.administrator);
  const row = owner.getByRole("listitem").filter({ has: owner.getByRole("heading", { level: 3, name }) });

  await test.step("メンバーの一覧から招待へ進む。名前を忘れると、どの欄かを教わる", async () => {
    await openFromMenu(owner, "メンバー");
    await expect(owner.getByText("（自分）")).toBeVisible();
    await owner.getByRole("link", { name: "メンバーを招待する" }).click();
    await textField(owner, "メールアドレス").fill(mail);
    await owner.getByRole("button", { name: "招待メールを送る" }).click();
    await expect(owner.getByRole("alert")).toContainText("氏名");
    await textField(owner, "氏名").fill(name);
  });

  await test.step("時間がたっていたら、本人であることをもう一度示す。やめても、書いたものは残る", async () => {
    await letSixMinutesPass(owner);
    await owner.getByRole("button", { name: "招待メールを送る" }).click();
    await expect(question(owner)).toBeVisible();
    await owner.keyboard.press("Escape");
    await expect(question(owner)).toBeHidden();
    await expect(textField(owner, "氏名")).toHaveValue(name);
    await expect(textField(owner, "メールアドレス")).toHaveValue(mail);
    await owner.getByRole("button", { name: "招待メールを送る" }).click();
    await answerQuestion(owner, people.cafeteria.password);
    await expectAnnounced(owner, `${name}さんへの招待メールを用意しました`);
    await expect(row.getByText("招待中", { exact: true })).toBeVisible();
  });

  await test.step("取り消し、送り直す。役割もつける", async () => {
    await row.getByRole("button", { name: "招待を取り消す" }).click();
    await owner.getByRole("alertdialog").getByRole("button", { name: "招待を取り消す" }).click();
    await expectAnnounced(owner, `${name}さんの招待を取り消しました`);
    await expect(row.getByText("招待していません", { exact: true })).toBeVisible();
    await row.getByRole("button", { name: "招待メールを送る" }).click();
    await owner.getByRole("alertdialog").getByRole("button", { name: "招待メールを送る" }).click();
    await expectAnnounced(owner, `${name}さんへの招待メールを用意しました`);
    await expect(row.getByText("招待中", { exact: true })).toBeVisible();
    await row.getByRole("button", { name: "役割をつける" }).click();
    const dialog = owner.getByRole("alertdialog");
    await dialog.getByRole("radio").last().check();
    await dialog.getByRole("button", { name: "役割をつける" }).click();
    await expectAnnounced(owner, `${name}さんに役割をつけました`);
  });

  await test.step("招待された人が入る。市の管理者にも、その人が見える", async () => {
    const link = await newestLink(administrator, "団体ポータルへの招待");
    await openFromMenu(administrator, "利用者");
    await administrator.getByLabel(/^氏名・団体・部署/u).fill(name);
    await administrator.getByRole("button", { name: "さがす" }).click();
    await expect(administrator.getByRole("link", { name })).toBeVisible();
    const invited = await openPublic();
    await chooseByLink(invited, link, person.password);
    await invited.getByRole("link", { name: "サインインへ進む" }).click();
    await passDoor(invited, person);
    await expect(invited.getByText(name).first()).toBeVisible();
    // Only an owner keeps the people.
    await expect(invited.getByRole("link", { name: "メンバー" })).toHaveCount(0);
    await owner.reload();
    await row.getByRole("button", { name: "利用を止める" }).click();
    await owner.getByRole("alertdialog").getByRole("button", { name: "利用を止める" }).click();
    await expectAnnounced(owner, `${name}さんの利用を止めました`);
    await invited.reload();
    await expect(invited.getByRole("heading", { level: 1, name: "団体ポータルにサインイン" })).toBeVisible();
  });
});
