import type { Page } from "@playwright/test";
import { z } from "zod";
import { call } from "./portal/call.ts";
import { choose, confirm, expectAnnounced, fillDate } from "./portal/fields.ts";
import { newRequestId } from "./portal/given.ts";
import { expect, test } from "./portal/journey.ts";
import { newMark, personOf } from "./portal/people.ts";
import {
  japaneseDate,
  newStory,
  openRequest,
  recordConsent,
  send,
  takeIn,
  writeDraft,
} from "./portal/referral-route.ts";

/** What a reader of the screens sees of a city: what it calls its people, and the lists of areas it lies under. */
type City = {
  readonly slug: string;
  readonly name: string;
  readonly owner: string;
  readonly roles: readonly string[];
  readonly area: string;
  readonly lists: readonly string[];
};

const cities: readonly City[] = [
  {
    slug: "kasugai",
    name: "春日井市",
    owner: "shokudo",
    roles: ["地域福祉包括化推進員", "地域福祉コーディネーター"],
    area: "日常生活圏域 1",
    lists: ["日常生活圏域", "プラットフォームのエリア"],
  },
  {
    slug: "asaka",
    name: "朝霞市",
    owner: "kotatsu",
    roles: ["生活支援体制整備事業の担当"],
    area: "地域包括支援センターの圏域 1",
    lists: [],
  },
  {
    slug: "toda",
    name: "戸田市",
    owner: "tomarigi",
    roles: ["専任のケースワーカー", "生活支援コーディネーター"],
    area: "市内全域",
    lists: [],
  },
  {
    slug: "koshigaya",
    name: "越谷市",
    owner: "hikoki",
    roles: ["CSW（コミュニティソーシャルワーカー）", "生活支援体制整備事業の担当（第2層）"],
    area: "桜井地区",
    lists: ["地区", "障がい者等相談支援センターの圏域"],
  },
  {
    slug: "iruma",
    name: "入間市",
    owner: "chabatake",
    roles: ["多機関協働の担当（社会福祉士・CSW等）", "生活支援コーディネーター"],
    area: "金子地区",
    lists: ["地区センター", "福祉圏域", "地域包括支援センターの圏域", "地域支え合い組織の地区"],
  },
];

const Answered = z.object({ result: z.object({ data: z.unknown() }) });
const ask = async (page: Page, procedure: `partner.${string}`, input: Readonly<Record<string, unknown>> = {}) => {
  const { status, body } = await call(page, procedure, input);
  if (status !== 200) throw new Error(`${procedure} answered ${status}: ${JSON.stringify(body)}`);
  return Answered.parse(body).result.data;
};

const Own = z.object({ organization: z.object({ id: z.string() }) });
const Places = z.object({ places: z.array(z.object({ id: z.string() })) });
const Done = z.object({ id: z.string() });

/** The form is filled in by another journey; here its draft is there, and is handed in by hand. */
const handIn = async (page: Page, title: string): Promise<void> => {
  const { organization } = Own.parse(await ask(page, "partner.identity.getMe"));
  const { places } = Places.parse(await ask(page, "partner.organization.get", { organizationId: organization.id }));
  const { id } = Done.parse(
    await ask(page, "partner.activity.create", {
      requestId: newRequestId(),
      organizationId: organization.id,
      acceptsReferrals: false,
      content: {
        title,
        category: "gatheringPlace",
        summary: "五つの市で、それぞれのことばで開く集まりです。",
        description: "だれでも来られます。",
        audiences: ["anyone"],
        schedule: { kind: "weekly", weekday: 3, fromTime: "10:00", toTime: "11:00", firstOn: japaneseDate() },
        placeId: places[0]?.id,
        contactName: "世話人",
        contactPhone: "048-000-9999",
        isFree: true,
        joinWay: "dropIn",
      },
    }),
  );
  await page.goto(`/partner/activities/${id}`);
  await confirm(page, "公開を申し込む");
  await expectAnnounced(page, "市に申し込みました");
};

/** The list of who works here says in the city's own words as what. */
const expectOwnWords = async (page: Page, city: City, others: readonly string[]): Promise<void> => {
  await page.goto("/staff/users");
  const main = page.locator("main");
  for (const role of city.roles) await expect(main.getByText(role).first(), city.name).toBeVisible();
  for (const role of others) await expect(main.getByText(role), `${city.name}: ${role}`).toHaveCount(0);
  await expect(page.getByText(city.name).first()).toBeVisible();
};

const approve = async (page: Page, title: string): Promise<void> => {
  await page.goto("/staff/approvals");
  await page.getByRole("link", { name: title }).click();
  await confirm(page, "公開を認める");
  await expectAnnounced(page, "公開を認めました");
};

const expectPublished = async (page: Page, city: City, title: string): Promise<void> => {
  await page.goto(`/${city.slug}?q=${encodeURIComponent(title)}`);
  const found = page.locator("li", { has: page.getByRole("link", { name: title }) });
  await expect(found, city.name).toContainText(city.area);
  await expect(page.locator("#area optgroup"), city.name).toHaveCount(city.lists.length);
  for (const list of city.lists) await expect(page.locator(`#area optgroup[label="${list}"]`)).toHaveCount(1);
  for (const other of cities) {
    if (other === city) continue;
    const answer = await page.request.get(`/${other.slug}?q=${encodeURIComponent(title)}`);
    expect(answer.ok()).toBe(true);
    expect(await answer.text(), `${city.name} in ${other.name}`).not.toMatch(/\/activities\/[0-9a-f]{8}-/u);
  }
};

test("五つの市が一つのシステムで動く", async ({ openAs, openPublic }) => {
  test.setTimeout(180_000);
  const mark = newMark();
  const titleIn = ({ name }: City) => `${name}のよりあい ${mark}`;
  const partners = new Map<string, Page>();

  for (const city of cities) {
    await test.step(`${city.name}：団体が申し込み、市が自分たちのことばで認める`, async () => {
      const [partner, administrator] = await Promise.all([
        openAs(personOf(city.slug, "partner", city.owner)),
        openAs(personOf(city.slug, "staff", "kanri")),
      ]);
      partners.set(city.slug, partner);
      await handIn(partner, titleIn(city));
      const others = cities.flatMap(({ roles }) => roles).filter((role) => !city.roles.join().includes(role));
      await expectOwnWords(administrator, city, others);
      await approve(administrator, titleIn(city));
    });
  }

  await test.step("それぞれの市の公開ページにだけ、その市の地域の名前で出る", async () => {
    const resident = await openPublic();
    for (const city of cities) await expectPublished(resident, city, titleIn(city));
  });

  await test.step("越谷市：CSWが、会議の決定を待たずに、同意だけで団体につなぐ", async () => {
    const staff = await openAs(personOf("koshigaya", "staff", "csw"));
    const partner = partners.get("koshigaya");
    if (partner === undefined) throw new Error("nobody of 越谷市 has signed in");
    const story = newStory(mark);
    const to = { activity: "古紙から便せんをつくる日", staffContact: "越谷市社会福祉協議会 CSW 048-000-3100" };
    await takeIn(staff, story);
    await recordConsent(staff, { purpose: "受入先の団体に情報を渡すこと", organization: "紙ひこうき" }, [
      "氏名など",
      "困っていること・必要な支え",
      "本人の希望",
    ]);
    const referralId = await writeDraft(staff, story, to);
    await send(staff);
    await partner.goto("/partner/");
    await openRequest(partner, referralId, to);
    await expect(partner.getByText(story.wishes)).toBeVisible();
    await expect(partner.locator("body")).not.toContainText(story.name);
    await choose(partner, "どのように返事をしますか", "受け入れる");
    await fillDate(partner, "最初の一歩の日", japaneseDate(5));
    await partner.getByRole("button", { name: "受け入れると答える" }).click();
    await expectAnnounced(partner, "受け入れると答えました");
    await expect(partner.getByText(story.name, { exact: true })).toBeVisible();
  });

  await test.step("戸田市と入間市：届いている依頼を、その市の団体だけが読む", async () => {
    for (const [slug, activity, wishes] of [
      ["toda", "とまり木の縁側", "庭や植物の世話をしてみたいとのことです。"],
      ["iruma", "茶畑わきの草取り", "土にさわる仕事なら、またしてみたいとのことです。"],
    ] as const) {
      const partner = partners.get(slug);
      if (partner === undefined) throw new Error(`nobody of ${slug} has signed in`);
      await partner.goto("/partner/referrals");
      await partner.getByRole("link", { name: activity }).first().click();
      await expect(partner.getByRole("heading", { level: 1, name: `「${activity}」への依頼` })).toBeVisible();
      await expect(partner.getByText(wishes)).toBeVisible();
    }
  });

  await test.step("朝霞市：参加支援も多機関協働も検討中で、ケースはない", async () => {
    const officer = await openAs(personOf("asaka", "staff", "hokatsu"));
    const menu = officer.getByRole("navigation", { name: "メインメニュー" });
    await expect(menu.getByRole("link", { name: "団体", exact: true })).toBeVisible();
    for (const name of ["ケース", "会議", "つなぎ", "プラットフォーム"]) {
      await expect(menu.getByRole("link", { name, exact: true }), name).toHaveCount(0);
    }
    for (const program of ["参加支援事業", "多機関協働事業"]) {
      await expect(officer.getByText(`この市では、${program}はまだ検討中です。`)).toBeVisible();
    }
    for (const page of ["cases", "cases/new", "meetings/new", "referrals"]) {
      await officer.goto(`/staff/${page}`);
      await expect(officer.getByRole("heading", { level: 1, name: "この事業はまだ始まっていません" })).toBeVisible();
      await expect(officer.getByText("まだ決まっていません")).toBeVisible();
    }
  });
});
