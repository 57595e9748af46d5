import type { Page } from "@playwright/test";
import { caseTab, holdMeeting, japaneseDate, newStory, openCase, openRequest } from "./portal/referral-route.ts";
import { recordConsent, recordDecision, takeIn, writeDraft, type Story } from "./portal/referral-route.ts";
import { call } from "./portal/call.ts";
import { choose, confirm, expectAnnounced, fillDate, textField } from "./portal/fields.ts";
import { answerQuestion, letSixMinutesPass, question } from "./portal/later.ts";
import { expect, test } from "./portal/journey.ts";
import { newMark, people } from "./portal/people.ts";

const departments = ["春日井市社会福祉協議会"];

/** What the partner must not read: neither on the page nor in what the server sends. */
const expectUnread = async (page: Page, referralId: string, words: readonly string[]): Promise<void> => {
  const { body } = await call(page, "partner.referral.get", { referralId });
  for (const word of words) {
    await expect(page.locator("body")).not.toContainText(word);
    expect(JSON.stringify(body)).not.toContain(word);
  }
};

const preview = async (page: Page, { wishes, needs, name, preferredName, phone }: Story): Promise<void> => {
  const seen = page.locator("section", { has: page.getByRole("heading", { name: "相手にはこう見えます" }) });
  await expect(seen).toContainText(wishes);
  await expect(seen).toContainText(needs);
  await expect(seen).not.toContainText(name);
  await seen.getByRole("tab", { name: "受け入れた後" }).click();
  await expect(seen).toContainText(name);
  await expect(seen).toContainText(preferredName);
  await expect(seen).not.toContainText(phone);
};

const ask = async (partner: Page, staff: Page): Promise<void> => {
  await choose(partner, "どのように返事をしますか", "質問する");
  await textField(partner, "質問や相談したいこと").fill("道具は、こちらで用意したほうがよいですか。");
  await partner.getByRole("button", { name: "担当職員に送る" }).click();
  await expectAnnounced(partner, "市の担当職員に送りました");
  await staff.reload();
  await expect(staff.getByText("道具は、こちらで用意したほうがよいですか。")).toBeVisible();
  await textField(staff, "受入先へのことば").fill("使い慣れたものを持って行きたいとのことです。");
  await staff.getByRole("button", { name: "受入先に送る" }).click();
  await expectAnnounced(staff, "受入先に送りました");
  await partner.reload();
  await expect(partner.getByText("使い慣れたものを持って行きたいとのことです。")).toBeVisible();
};

const accept = async (partner: Page): Promise<void> => {
  await choose(partner, "どのように返事をしますか", "受け入れる");
  await fillDate(partner, "最初の一歩の日", japaneseDate(5));
  await partner.getByRole("button", { name: "受け入れると答える" }).click();
  await expectAnnounced(partner, "受け入れると答えました");
};

const start = async (partner: Page): Promise<void> => {
  await choose(partner, "どうなりましたか", "最初の連絡がついた");
  await partner.getByRole("button", { name: "最初の連絡を記録する" }).click();
  await expectAnnounced(partner, "最初の連絡を記録しました");
};

const complete = async (partner: Page): Promise<void> => {
  await choose(partner, "どうなりましたか", "終わった・落ち着いた");
  const report = partner.getByRole("region", { name: "終わった・落ち着いた" });
  await choose(report, "どうなりましたか", "活動に定着した");
  await textField(report, "行ったこと").fill("窓ぎわの席で、毎週いっしょに編みました。");
  await report.getByRole("button", { name: "完了を報告する" }).click();
  await expect(partner.getByRole("heading", { name: "報告した内容" })).toBeVisible();
};

const recordAnswer = async (staff: Page): Promise<void> => {
  await staff.reload();
  await expect(staff.getByText("窓ぎわの席で、毎週いっしょに編みました。")).toBeVisible();
  await staff.getByRole("button", { name: "本人の答えを記録する" }).click();
  const dialog = staff.getByRole("alertdialog");
  await choose(dialog, "本人の答え", "役に立った");
  await dialog.getByRole("button", { name: "記録する" }).click();
  await expectAnnounced(staff, "本人の答えを記録しました");
};

test("相談から同意を得て団体につなぐまで", async ({ openAs }) => {
  test.setTimeout(180_000);
  const story = newStory(newMark());
  const staff = await openAs(people.coordinator);
  const partner = await openAs(people.cafe);

  await test.step("相談を受け付け、情報共有の同意を得て、会議で決める", async () => {
    await takeIn(staff, story);
    const circle = ["地域共生推進課", ...departments];
    await recordConsent(staff, { purpose: "関係機関と情報を共有すること", departments: circle }, [
      "氏名など",
      "困っていること・必要な支え",
      "本人の希望",
    ]);
    await holdMeeting(staff, story, departments);
    await recordDecision(staff, story);
  });

  const referralId = await test.step("提供の同意を得て、見え方を確かめ、本人であることを示して送る", async () => {
    await openCase(staff, story);
    await recordConsent(staff, { purpose: "受入先の団体に情報を渡すこと", organization: "庭先" }, [
      "氏名など",
      "困っていること・必要な支え",
      "本人の希望",
    ]);
    const id = await writeDraft(staff, story);
    await preview(staff, story);
    await letSixMinutesPass(staff);
    await confirm(staff, "この内容で送る", "送る");
    await answerQuestion(staff, "まちがったパスワード");
    await expect(question(staff)).toContainText("パスワードが違います");
    await answerQuestion(staff, people.coordinator.password);
    await expect(question(staff)).toBeHidden();
    await expectAnnounced(staff, "依頼を送りました");
    return id;
  });

  await test.step("団体は、だれのことかわからない範囲だけを読み、質問して、受け入れる", async () => {
    await openRequest(partner, referralId);
    await expect(partner.getByText(story.wishes)).toBeVisible();
    await expect(partner.getByText(story.needs)).toBeVisible();
    await expectUnread(partner, referralId, [story.name, story.preferredName, story.phone, story.address]);
    await ask(partner, staff);
    await accept(partner);
  });

  await test.step("受け入れると、同意された範囲だけが開く", async () => {
    await expect(partner.getByText(story.name, { exact: true })).toBeVisible();
    await expect(partner.getByText(story.preferredName)).toBeVisible();
    await expectUnread(partner, referralId, [story.phone, story.address, "1968"]);
    await start(partner);
    await complete(partner);
  });

  await test.step("市は本人の答えを記録し、団体が読んだことを見る", async () => {
    await recordAnswer(staff);
    await openCase(staff, story);
    await caseTab(staff, "見た人");
    await expect(staff.getByRole("heading", { name: "この人の情報を見た人" })).toBeVisible();
    const reading = staff.getByRole("row", { name: /庭先カフェ/u }).filter({ hasText: "閲覧" });
    await expect(reading.first()).toContainText("つなぎを見る");
  });
});
