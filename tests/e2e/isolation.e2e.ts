import type { Page } from "@playwright/test";
import { z } from "zod";
import { call } from "./portal/call.ts";
import { textField } from "./portal/fields.ts";
import { givenCase, givenSent } from "./portal/given.ts";
import { expect, test } from "./portal/journey.ts";
import { newMark, people, type Portal } from "./portal/people.ts";
import { newStory } from "./portal/referral-route.ts";

const Counted = z.object({ result: z.object({ data: z.object({ total: z.number() }) }) });

const total = async (page: Page, procedure: `${Portal}.${string}`): Promise<number> =>
  Counted.parse((await call(page, procedure)).body).result.data.total;

const staffTotals = async (page: Page): Promise<readonly number[]> => [
  await total(page, "staff.case.list"),
  await total(page, "staff.referral.list"),
];
const partnerTotals = async (page: Page): Promise<readonly number[]> => [
  await total(page, "partner.referral.listInbox"),
  await total(page, "partner.referral.listHistory"),
];

type Seen = { readonly address: string; readonly word: string };

const expectSeen = async (page: Page, pages: readonly Seen[]): Promise<void> => {
  for (const { address, word } of pages) {
    await page.goto(address);
    await expect(page.locator("main").getByText(word).first(), address).toBeVisible();
  }
};

/** The same page for what does not exist and for what is not one's own. */
const expectUnseen = async (page: Page, pages: readonly Seen[], words: readonly string[]): Promise<void> => {
  for (const { address } of pages) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1, name: "ページが見つかりません" }), address).toBeVisible();
    const html = await page.content();
    for (const word of words) expect(html, address).not.toContain(word);
  }
};

const searchCases = async (page: Page, name: string): Promise<void> => {
  await page.goto("/staff/cases");
  await textField(page, "名前・ふりがな（1文字から）").fill(name);
  await page.getByRole("search", { name: "ケースをさがす" }).getByRole("button", { name: "さがす" }).click();
  await expect(page).toHaveURL(/name=/u);
  await page.waitForLoadState("networkidle");
};

const expectFound = async (page: Page, name: string): Promise<void> => {
  await searchCases(page, name);
  await expect(page.getByRole("link", { name })).toBeVisible();
};

const expectNotFound = async (page: Page, name: string): Promise<void> => {
  await searchCases(page, name);
  await expect(page.getByText("当てはまるケースはありません")).toBeVisible();
};

const readingOf = async (page: Page, procedure: `${Portal}.${string}`, input: Readonly<Record<string, string>>) => {
  const { status, body } = await call(page, procedure, input);
  return { status, text: JSON.stringify(body) };
};

test("別の団体・別の市からは何も見えない", async ({ openAs }) => {
  test.setTimeout(180_000);
  const story = newStory(newMark());
  const words = [story.name, story.preferredName, story.wishes, story.needs, story.phone];
  const coordinator = await openAs(people.coordinator);
  const cafe = await openAs(people.cafe);
  const colleague = await openAs(people.otherCoordinator);
  const administrator = await openAs(people.administrator);
  const otherCity = await openAs(people.otherCityCaseworker);
  const neighbor = await openAs(people.shoppingStreet);
  const otherCityPartner = await openAs(people.otherCityPartner);
  const outsidePartners = [neighbor, otherCityPartner];
  const caseWorkers = [colleague, otherCity];
  const staffBefore = await Promise.all(caseWorkers.map(staffTotals));
  const partnersBefore = await Promise.all(outsidePartners.map(partnerTotals));
  const ownBefore = { staff: await staffTotals(coordinator), partner: await partnerTotals(cafe) };

  const given = await givenCase(coordinator, story);
  const referralId = await givenSent(coordinator, given, story);
  const staffPages: readonly Seen[] = [
    ...["", "/household", "/consents", "/meetings", "/referrals", "/team", "/history", "/access"].map((tab) => ({
      address: `/staff/cases/${given.caseId}${tab}`,
      word: tab === "" || tab === "/household" ? story.name : "",
    })),
    { address: `/staff/referrals/${referralId}`, word: story.wishes },
  ];
  const partnerPages: readonly Seen[] = [{ address: `/partner/referrals/${referralId}`, word: story.wishes }];

  await test.step("担当者と受入先には、見える", async () => {
    await expectSeen(
      coordinator,
      staffPages.filter(({ word }) => word !== ""),
    );
    await expectFound(coordinator, story.name);
    expect(await staffTotals(coordinator)).toEqual(ownBefore.staff.map((count) => count + 1));
    await expectSeen(cafe, partnerPages);
    expect(await partnerTotals(cafe)).toEqual(
      ownBefore.partner.map((count, index) => (index === 0 ? count + 1 : count)),
    );
  });

  await test.step("担当でない職員、個人の情報を扱わない管理者、別の市の職員には、何も見えない", async () => {
    await expectUnseen(colleague, staffPages, words);
    // The tabs are pages below the case: what the colleague proves of each need not be proved of each reader.
    const heads = staffPages.filter(({ word }) => word !== "");
    for (const page of [administrator, otherCity]) await expectUnseen(page, heads, words);
    for (const page of caseWorkers) await expectNotFound(page, story.name);
    expect(await Promise.all(caseWorkers.map(staffTotals))).toEqual(staffBefore);
    expect((await call(administrator, "staff.case.list")).status).toBe(403);
  });

  await test.step("別の団体、別の市の団体には、何も見えない", async () => {
    for (const page of outsidePartners) await expectUnseen(page, partnerPages, words);
    expect(await Promise.all(outsidePartners.map(partnerTotals))).toEqual(partnersBefore);
  });

  await test.step("番号を知っていても、ないものと同じ答えが返る", async () => {
    const nothing = { caseId: given.personId, referralId: given.personId };
    const real = { caseId: given.caseId, referralId };
    for (const [page, procedure, key] of [
      [colleague, "staff.case.get", "caseId"],
      [otherCity, "staff.case.get", "caseId"],
      [otherCity, "staff.referral.get", "referralId"],
      [neighbor, "partner.referral.get", "referralId"],
      [otherCityPartner, "partner.referral.get", "referralId"],
    ] as const) {
      const refused = await readingOf(page, procedure, { [key]: real[key] });
      const absent = await readingOf(page, procedure, { [key]: nothing[key] });
      expect([procedure, refused.status]).toEqual([procedure, 404]);
      const withoutRequest = (text: string) => text.replaceAll(/"requestId":"[^"]*"/gu, "");
      expect(withoutRequest(refused.text)).toBe(withoutRequest(absent.text));
    }
  });
});
