import { fileURLToPath } from "node:url";
import { createApp, createLogger, loadPublicSite } from "@tsunagari/api";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { activityStage } from "../../packages/services/src/activity/test-activity.ts";
import {
  addOrganization,
  foundCity,
  openWorld,
  unknownId,
  type World,
} from "../../packages/services/src/organization/test-world.ts";

const entry = fileURLToPath(new URL("../../apps/resource-map/src/entry.tsx", import.meta.url));

// The clock stands at Wednesday, 2026-05-13, 10:00 in Japan.
let world: World;
let app: ReturnType<typeof createApp>;
let supper: string;
let draft: string;
let eastId: string;

beforeAll(async () => {
  world = await openWorld();
  const city = await foundCity(world, "kasugai");
  await foundCity(world, "iruma");
  eastId = city.east;
  const stage = activityStage(world, city, await addOrganization(world, city, "藤山台みんなの会（架空）"));
  supper = await stage.published({ contactMail: "info@example.jp" });
  await stage.published({ title: "</script><img src=x onerror=alert(1)>", category: "exercise" });
  draft = await stage.draft({ title: "まだ出していない活動" });
  for (let number = 1; number <= 21; number += 1) {
    await stage.published({
      title: `朝の体操 ${number}`,
      titleKana: "",
      category: "exercise",
      summary: "からだを動かします。",
    });
  }
  app = createApp({
    system: world.system,
    logger: createLogger({ write: () => undefined }),
    roles: ["public"],
    origins: ["https://tsunagari.example.jp"],
    trustedProxies: 0,
    defaultCity: null,
    folders: { staff: "none", partner: "none", publicAssets: "none" },
    publicSite: await loadPublicSite(entry),
  });
});
afterAll(() => world.close());

const open = async (path: string) => {
  const init = { headers: { Accept: "text/html" } };
  const first = await app.request(path, init);
  // An address that could be written plainer leads to the plainer one, once.
  const plainer = first.status === 307 ? first.headers.get("location") : null;
  const response = plainer === null ? first : await app.request(plainer, init);
  return { response, status: response.status, html: await response.text() };
};
const search = (query: Record<string, string>) => open(`/kasugai?${new URLSearchParams(query).toString()}`);

describe("the search", () => {
  test.each(["塾", "食", "食堂", "しょくどう", "ショクドウ", "ｼｮｸﾄﾞｳ", "ふじやまだい", "いっしょに"])(
    "takes %s as it is typed, and answers with a page",
    async (q) => {
      const { status, html } = await search({ q });
      expect(status).toBe(200);
      expect(html.includes("藤山台みんなの食堂")).toBe(q !== "塾");
    },
  );

  test("says how many there are and lets one turn the pages", async () => {
    const first = await search({ category: "exercise" });
    expect(first.html).toMatch(/22.{0,9}件/u);
    expect(first.html).toContain('href="/kasugai?category=exercise&amp;page=2"');
    const second = await search({ category: "exercise", page: "2" });
    expect(second.html.match(/<article/gu)).toHaveLength(2);
  });

  test("says what to do where nothing is found, and keeps what was typed", async () => {
    const { status, html } = await search({ q: "ないことば", weekday: "7" });
    expect(status).toBe(200);
    expect(html).toContain("条件に合う活動が見つかりませんでした");
    expect(html).toContain('value="ないことば"');
    expect(html).toMatch(/<option value="7" selected="">日曜日/u);
  });

  test("finds by area and weekday together", async () => {
    expect((await search({ area: eastId, weekday: "3", q: "食堂" })).html).toContain("藤山台みんなの食堂");
    expect((await search({ area: eastId, weekday: "4", q: "食堂" })).html).not.toContain("藤山台みんなの食堂");
  });

  test("shows nothing that is not public", async () => {
    expect((await search({ q: "まだ出していない" })).html).not.toContain("まだ出していない活動");
    expect((await open(`/kasugai/activities/${draft}`)).status).toBe(404);
  });

  test.each([
    "?q=%00",
    "?q=%ED%A0%80",
    "?q=%E0%A4%A",
    `?q=${"%E3%81%82".repeat(1000)}`,
    "?q=%25_%5C",
    "?area=x&category=__proto__&weekday=99&page=-1",
    "?page=999999999999",
    "?q=1234%205678%209018",
    "?q[]=a&q=b&q=c",
    "?constructor=1",
  ])("answers the hostile address %s with a page", async (query) => {
    expect((await open(`/kasugai${query}`)).status).toBe(200);
  });
});

describe("the page of an activity", () => {
  test("says when, where, for whom, at what cost, how to join and whom to call", async () => {
    const { status, html } = await open(`/kasugai/activities/${supper}`);
    expect(status).toBe(200);
    for (const text of [
      "藤山台みんなの食堂（架空）",
      "2026年5月13日（水）",
      "2026年5月20日（水）",
      "17:00〜19:00",
      "藤山台集会所（架空）",
      "〒487-0035",
      "子育て中の人",
      "無料",
      "予約してください",
      'href="tel:0568001234"',
      "車椅子で入れる",
      "団体が内容を確かめた日",
    ]) {
      expect(html).toContain(text);
    }
    expect(html).not.toContain("情報が古い可能性があります");
  });

  test("tells search engines and previews what it is", async () => {
    const { html } = await open(`/kasugai/activities/${supper}`);
    expect(html).toContain("<title>藤山台みんなの食堂（架空）｜春日井市 つながりマップ</title>");
    expect(html).toContain(`<link rel="canonical" href="https://tsunagari.example.jp/kasugai/activities/${supper}"/>`);
    const data: unknown = JSON.parse(/ld\+json">(?<json>.*?)<\/script>/u.exec(html)?.groups?.["json"] ?? "null");
    expect(data).toMatchObject({ "@type": "Event", startDate: "2026-05-13T17:00:00+09:00" });
  });

  test.each([unknownId(), "x", "..%2f..", "%00", "%E0%A4%A", "01890a5d-ac96-774b-bcce-b302099a8057%20"])(
    "that is not there (%s) is a page with a way on",
    async (id) => {
      const { status, html } = await open(`/kasugai/activities/${id}`);
      expect(status).toBe(404);
      expect(html).toContain("ページが見つかりません");
    },
  );

  test("of one city does not stand under another", async () => {
    expect((await open(`/iruma/activities/${supper}`)).status).toBe(404);
  });
});

describe("every page", () => {
  const paths = () => [
    "/",
    "/kasugai",
    "/kasugai?q=img",
    "/kasugai/about",
    `/kasugai/activities/${supper}`,
    "/nowhere",
    "/kasugai/nothing",
  ];

  test("is sound without scripts: nothing inline runs, no style stands in an element, no cookie is set", async () => {
    for (const path of paths()) {
      const { response, html } = await open(path);
      expect(html.match(/<script(?! type="application\/ld\+json")/gu)).toBeNull();
      expect(html.match(/<style|<[a-z][^>]*\s(?:style|on\w+)=/gu)).toBeNull();
      expect(response.headers.get("set-cookie")).toBeNull();
    }
  });

  test("has one title, one main part, one first heading, a language and a way past the navigation", async () => {
    for (const path of paths()) {
      const { html } = await open(path);
      for (const once of [
        /<title>/gu,
        /<main /gu,
        /<h1/gu,
        /<html lang="ja"/gu,
        /href="#main"/gu,
        /name="viewport"/gu,
      ]) {
        expect([path, String(once), html.match(once)?.length]).toEqual([path, String(once), 1]);
      }
    }
  });

  test("shows what an organization wrote as text, markup included", async () => {
    const { html } = await search({ q: "onerror" });
    expect(html).toContain("&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;");
    expect(html).not.toContain("<img src=x");
  });

  test("that has not changed costs nothing the second time", async () => {
    for (const path of paths().slice(0, 5)) {
      const { response } = await open(path);
      const again = await app.request(path, { headers: { "If-None-Match": response.headers.get("etag") ?? "none" } });
      expect([path, again.status]).toEqual([path, 304]);
    }
  });
});

test("the chooser names every city, and a host of one city leads there at once", async () => {
  const { html } = await open("/");
  expect(html).toContain('href="/kasugai"');
  expect(html).toContain('href="/iruma"');
});
