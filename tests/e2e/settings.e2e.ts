import { expectAnnounced, fillDate, textField } from "./portal/fields.ts";
import { expect, test } from "./portal/journey.ts";
import { newMark, personOf } from "./portal/people.ts";

const administrator = personOf("iruma", "staff", "kanri");
const dayBefore = new Date(Date.now() - 36 * 3_600_000).toISOString().slice(0, 10);

test("設定を変えると、その日から市の呼び名と、できることが変わる", async ({ openAs, openPublic }) => {
  test.setTimeout(90_000);
  const page = await openAs(administrator);
  const mark = newMark();
  const name = `つなぐ専門員${mark}`;
  const dialog = page.getByRole("alertdialog");
  const menu = page.getByRole("navigation", { name: "メインメニュー" });
  const openSection = async (title: string) => {
    await menu.getByRole("link", { name: "設定", exact: true }).click();
    await page.getByRole("main").getByRole("link", { name: title, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  };

  await test.step("役割の呼び名を、今日から変える", async () => {
    await openSection("呼び名");
    const row = page.getByRole("table", { name: "役割の呼び名" }).getByRole("row").nth(1);
    await row.getByRole("button", { name: /^変える/u }).click();
    await textField(dialog, "この市での呼び名").fill(name);
    await dialog.getByRole("button", { name: "呼び名を変える" }).click();
    await expectAnnounced(page, "呼び名を変えました");
    await expect(page.getByRole("rowheader", { name })).toBeVisible();
    await page.goto(`/staff/settings/names?on=${dayBefore}`);
    await expect(page.getByText("今日の内容ではありません")).toBeVisible();
    await expect(page.getByRole("rowheader", { name })).toHaveCount(0);
  });

  await test.step("機能を入れると、その日からメニューに出る。切る日も決められる", async () => {
    const platforms = menu.getByRole("link", { name: "プラットフォーム", exact: true });
    await expect(platforms).toHaveCount(0);
    await openSection("機能");
    await page.getByRole("button", { name: /^使うようにする.*地域のプラットフォーム/u }).click();
    await dialog.getByRole("button", { name: "使うようにする" }).click();
    await expectAnnounced(page, "「地域のプラットフォーム」を切り替えました");
    await page.reload();
    await expect(platforms).toBeVisible();
    await page.getByRole("button", { name: /^使わないようにする.*地域のプラットフォーム/u }).click();
    await expect(dialog).toContainText("これまでの記録は消えません");
    await fillDate(dialog, "いつから", "2100-04-01");
    await dialog.getByRole("button", { name: "使わないようにする" }).click();
    await expect(page.getByText("使わない：2100年", { exact: false })).toBeVisible();
    await expect(platforms).toBeVisible();
  });

  await test.step("だれが何を何から何に変えたかが、残っている", async () => {
    await openSection("変更の記録");
    const rows = page.getByRole("table", { name: "設定の変更の記録" }).getByRole("row");
    await expect(rows.nth(1)).toContainText("地域のプラットフォーム");
    await expect(rows.nth(1)).toContainText("使わない");
    await expect(rows.nth(3)).toContainText(name);
  });

  await test.step("圏域の種類を、受け入れる前に伝えない区分にできる。送ったつなぎがどうなるかは、先に出る", async () => {
    await openSection("圏域");
    const disclose = dialog.getByLabel("受け入れる前の団体に、住んでいる地域として伝えてよい");
    for (const [isDisclosable, warning] of [
      [false, "もう送ったつなぎでも"],
      [true, "また相手に見えます"],
    ] as const) {
      await page.getByRole("button", { name: /^種類を変える.*福祉圏域/u }).click();
      await disclose.setChecked(isDisclosable);
      await expect(dialog).toContainText(warning);
      await dialog.getByRole("button", { name: "変える", exact: true }).click();
      await expectAnnounced(page, "圏域の種類を変えました");
    }
  });

  await test.step("団体を計画の数字に入れると数に入り、まちがいなら取り消せる", async () => {
    const figure = page.locator("#counts dd").first();
    const openList = async () => {
      await menu.getByRole("link", { name: "団体", exact: true }).click();
      await expect(page.getByRole("heading", { level: 1, name: "団体" })).toBeVisible();
    };
    await openList();
    await expect(figure).toHaveText("—（この日までに記録がありません）");
    await page.getByRole("table", { name: "団体の一覧" }).getByRole("link").first().click();
    await page.getByRole("button", { name: "区分を記録する" }).click();
    await fillDate(dialog, "数え始める日", "2016-04-01");
    await dialog.getByRole("button", { name: "記録する" }).click();
    await expectAnnounced(page, "計画で数える区分を記録しました");
    await expect(page.locator("#traits")).toContainText("数えています");
    await openList();
    await expect(figure).toHaveText("1団体");
    await page.goBack();
    await page.getByRole("button", { name: "まちがいとして取り消す" }).first().click();
    await dialog.getByRole("button", { name: "取り消す", exact: true }).click();
    await expectAnnounced(page, "記録を取り消しました");
    await openList();
    await expect(figure).toHaveText("—（この日までに記録がありません）");
  });

  await test.step("お問い合わせのページを書くと、公開サイトで読める", async () => {
    const phone = "04-2964-0000";
    await openSection("市のページ");
    await page.getByRole("link", { name: "お問い合わせ", exact: true }).first().click();
    const body = textField(page, "文");
    await body.fill(`## 担当課\n福祉総務課${mark}（架空）\n[ひみつ](javascript:alert)`);
    await page.getByRole("button", { name: "この文にする" }).click();
    await expect(page.getByText("ほかの行き先は使えません").first()).toBeVisible();
    await body.fill(`## 担当課\n福祉総務課${mark}（架空）\n[${phone}](tel:${phone})`);
    await page.getByRole("button", { name: "この文にする" }).click();
    await expectAnnounced(page, "「お問い合わせ」の文を変えました");
    const visitor = await openPublic();
    await visitor.goto("/iruma");
    await visitor.getByRole("contentinfo").getByRole("link", { name: "お問い合わせ" }).click();
    await expect(visitor.getByRole("heading", { level: 2, name: "担当課" })).toBeVisible();
    await expect(visitor.getByText(`福祉総務課${mark}（架空）`)).toBeVisible();
    await expect(visitor.getByRole("link", { name: phone })).toHaveAttribute("href", `tel:${phone}`);
  });
});
