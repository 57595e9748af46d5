import type { Page } from "@playwright/test";
import { choose, confirm, expectAnnounced, fillDate, textField } from "./portal/fields.ts";
import { givenCase, givenSent } from "./portal/given.ts";
import { expect, openFromMenu, test } from "./portal/journey.ts";
import { newMark, people } from "./portal/people.ts";
import { caseTab, japaneseDate, newStory, openCase, openRequest, type Story } from "./portal/referral-route.ts";

const wordsOf = ({ name, preferredName, wishes, needs }: Story): readonly string[] => [
  name,
  preferredName,
  wishes,
  needs,
];

/** Everything the server sends to this page from now on. */
const recordBodies = (page: Page): Promise<string>[] => {
  const bodies: Promise<string>[] = [];
  page.on("response", (response) => {
    if (response.url().includes("/api/partner")) bodies.push(response.text().catch(() => ""));
  });
  return bodies;
};

const expectGone = async (page: Page, words: readonly string[]): Promise<void> => {
  await expect(page.getByRole("heading", { level: 1, name: "この依頼は終了しました" })).toBeVisible();
  const html = await page.content();
  for (const word of words) expect(html).not.toContain(word);
};

const withdraw = async (staff: Page, story: Story): Promise<void> => {
  await openCase(staff, story);
  await caseTab(staff, "同意");
  const grant = staff.locator("section", { has: staff.getByRole("heading", { name: "受入先の団体に情報を渡すこと" }) });
  await grant.last().getByRole("button", { name: "撤回する" }).click();
  const dialog = staff.getByRole("alertdialog");
  await expect(dialog).toContainText("開いているつなぎ 1件が終わり、受入先はすぐに見られなくなります。");
  await dialog.getByRole("button", { name: "この同意を撤回する" }).click();
  await expectAnnounced(staff, "撤回しました。つなぎ 1件が終わり");
};

test("同意が撤回されたら受入先は次の操作から見られない", async ({ openAs }) => {
  const story = newStory(newMark());
  const words = wordsOf(story);
  const staff = await openAs(people.coordinator);
  const referralId = await givenSent(staff, await givenCase(staff, story), story);
  const partner = await openAs(people.cafe);

  await test.step("受入先は受け入れて、開いた情報を読んでいる", async () => {
    await openRequest(partner, referralId);
    await choose(partner, "どのように返事をしますか", "受け入れる");
    await fillDate(partner, "最初の一歩の日", japaneseDate(3));
    await partner.getByRole("button", { name: "受け入れると答える" }).click();
    for (const word of words) await expect(partner.getByText(word, { exact: true })).toBeVisible();
    await openFromMenu(partner, "ホーム");
    await openRequest(partner, referralId);
  });

  await test.step("市が撤回する", () => withdraw(staff, story));

  const bodies = recordBodies(partner);
  await test.step("受入先の次の操作は断られ、その人の言葉は画面から消える", async () => {
    await expect(partner.getByText(story.name, { exact: true })).toBeVisible();
    await choose(partner, "どうなりましたか", "最初の連絡がついた");
    await partner.getByRole("button", { name: "最初の連絡を記録する" }).click();
    await expectGone(partner, words);
  });

  await test.step("戻っても、進んでも、読み直しても、何も見えない", async () => {
    await partner.goBack();
    await partner.goForward();
    await expectGone(partner, words);
    await partner.goBack();
    await partner.waitForLoadState("networkidle");
    for (const word of words) expect(await partner.content()).not.toContain(word);
    await partner.goto(`/partner/referrals/${referralId}`);
    await expectGone(partner, words);
    const sent = (await Promise.all(bodies)).join("\n");
    expect(sent).toContain(referralId);
    for (const word of words) expect(sent).not.toContain(word);
  });

  await test.step("お知らせは、名前を言わずに、写しの破棄と連絡を求める", async () => {
    await openFromMenu(partner, "お知らせ");
    const notice = partner.locator(`a[href$="/referrals/${referralId}"]`, {
      hasText: "写しがあれば破棄し、破棄したことをお知らせください",
    });
    await expect(notice).toBeVisible();
    for (const word of words) expect(await partner.content()).not.toContain(word);
    await notice.click();
    await expect(partner.getByRole("heading", { name: "写しの破棄をお願いします" })).toBeVisible();
    await confirm(partner, "写しを破棄しました");
    await expectAnnounced(partner, "写しを破棄したことを、市に伝えました");
    await staff.goto(`/staff/referrals/${referralId}`);
    await expect(staff.getByText("写しを破棄しました（", { exact: false })).toBeVisible();
    await expect(textField(staff, "受入先へのことば")).toHaveCount(0);
  });
});
