import type { Page } from "@playwright/test";
import { expectAnnounced, textField } from "./portal/fields.ts";
import { givenCase, givenDraft, givenMeeting, givenSharing } from "./portal/given.ts";
import { call } from "./portal/call.ts";
import { expect, test } from "./portal/journey.ts";
import { newMark, people } from "./portal/people.ts";
import { agendaItem, newStory, recordDecision, send } from "./portal/referral-route.ts";

const reason = "参加支援が必要だという会議の決定がありません。重層的支援会議で決定してから送ってください。";

/** The button stays, says why it does nothing, and the server refuses as well. */
const expectClosed = async (page: Page, referralId: string): Promise<void> => {
  await page.goto(`/staff/referrals/${referralId}`);
  const button = page.getByRole("button", { name: "この内容で送る" });
  await expect(button).toHaveAttribute("aria-disabled", "true");
  await expect(button).toHaveAccessibleDescription(reason);
  await button.click({ force: true });
  await expect(page.getByRole("alertdialog")).toHaveCount(0);
  await expect(page.getByText("まだです：参加支援が必要だと、会議で決まっている")).toBeVisible();
  const { body } = await call(page, "staff.referral.get", { referralId });
  const version = /"version":(?<version>\d+)/u.exec(JSON.stringify(body))?.groups?.["version"];
  const requestId = `${Date.now()
    .toString(16)
    .padStart(12, "0")
    .replace(/^(.{8})/u, "$1-")}-7000-8000-000000000001`;
  const answer = await call(page, "staff.referral.send", { referralId, version: Number(version), requestId });
  expect(JSON.stringify(answer.body)).toContain("referral.gate_not_passed");
};

const reverse = async (page: Page, meetingId: string, name: string): Promise<void> => {
  await page.goto(`/staff/meetings/${meetingId}`);
  await page.locator("section", { hasText: name }).last().getByRole("button", { name: "決定を取り消す" }).click();
  const dialog = page.getByRole("alertdialog");
  await textField(dialog, "取り消す理由").fill("本人が、もう少し休んでからにしたいと話したため。");
  await dialog.getByRole("button", { name: "決定を取り消す" }).click();
  await expectAnnounced(page, "決定を取り消しました");
};

test("会議の決定がなければ参加支援につなげない", async ({ openAs }) => {
  const story = newStory(newMark());
  const page = await openAs(people.coordinator);
  const given = await givenCase(page, story);
  await givenSharing(page, given);
  const referralId = await givenDraft(page, given, story);

  await test.step("決定の前は、理由が出て、送れない", () => expectClosed(page, referralId));

  const meetingId = await test.step("会議が開かれただけでは、送れない", async () => {
    const id = await givenMeeting(page, given);
    await expectClosed(page, referralId);
    return id;
  });

  await test.step("決定が取り消されたら、また送れない", async () => {
    await page.goto(`/staff/meetings/${meetingId}`);
    await recordDecision(page, story);
    await page.goto(`/staff/referrals/${referralId}`);
    await expect(page.getByText("すべてそろいました。")).toBeVisible();
    await reverse(page, meetingId, story.name);
    await expectClosed(page, referralId);
  });

  await test.step("あらためて決定されたら、送れる", async () => {
    await page.goto(`/staff/meetings/${meetingId}`);
    await expect(agendaItem(page, story)).toContainText("取り消し済み");
    await recordDecision(page, story);
    await page.goto(`/staff/referrals/${referralId}`);
    await send(page);
  });
});
