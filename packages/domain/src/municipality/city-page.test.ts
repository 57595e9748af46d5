import { describe, expect, it } from "vitest";
import { civilDateOf } from "../kernel/time.ts";
import { pageOn, PublishPage, type CityPageVersion } from "./city-page.ts";
import { isPageLink, pageBlocks, refusedLinks } from "./page-text.ts";

const day = civilDateOf;
const version = (number: number, sinceOn: string, body: string | null = "文"): CityPageVersion => ({
  kind: "terms",
  body,
  sinceOn: day(sinceOn),
  version: number,
});

describe("a page of the city", () => {
  it("says on a day what was begun last by then, and of one day what was published last", () => {
    const versions = [
      version(1, "2026-04-01"),
      version(2, "2027-01-01"),
      version(3, "2026-11-21"),
      version(4, "2026-11-21"),
    ];
    const on = (date: string) => pageOn(versions, "terms", day(date))?.version ?? null;
    expect([on("2026-03-31"), on("2026-04-01"), on("2026-11-21"), on("2026-12-31"), on("2027-01-01")]).toEqual([
      null,
      1,
      4,
      4,
      2,
    ]);
    expect(pageOn(versions, "contact", day("2027-01-01"))).toBeNull();
  });
});

describe("the markup of a page", () => {
  it("knows headings, lists, tables, links and emphasis, and keeps every other line as text", () => {
    expect(
      pageBlocks(
        "## 見出し\n- 一つ\n- 二つ\n\n一行目\n**二行目**\n1. はじめ\n| 項目 | 値 |\n| --- | --- |\n| 電話 |\n",
      ),
    ).toEqual([
      { kind: "heading", level: 2, text: "見出し" },
      {
        kind: "list",
        isOrdered: false,
        items: [[{ kind: "text", text: "一つ" }], [{ kind: "text", text: "二つ" }]],
      },
      {
        kind: "paragraph",
        lines: [[{ kind: "text", text: "一行目" }], [{ kind: "strong", text: "二行目" }]],
      },
      { kind: "list", isOrdered: true, items: [[{ kind: "text", text: "はじめ" }]] },
      {
        kind: "table",
        head: [[{ kind: "text", text: "項目" }], [{ kind: "text", text: "値" }]],
        rows: [[[{ kind: "text", text: "電話" }], []]],
      },
    ]);
  });

  it("leads only to pages over https, to letter boxes and to telephones; anything else stays text", () => {
    const allowed = ["https://www.city.example.jp/a?b=c", "mailto:fukushi@city.example.jp", "tel:0568-00-0000"];
    const refused = [
      "http://city.example.jp",
      "javascript:alert(1)",
      "data:text/html,x",
      "//city.example.jp",
      "/terms",
    ];
    expect(allowed.map(isPageLink)).toEqual(allowed.map(() => true));
    expect(refused.map(isPageLink)).toEqual(refused.map(() => false));
    expect(refusedLinks("[一](javascript:alert%281%29) [二](https://a.jp) [三](/terms)")).toEqual([
      "javascript:alert%281%29",
      "/terms",
    ]);
    expect(pageBlocks("[一](javascript:void)")).toEqual([
      { kind: "paragraph", lines: [[{ kind: "text", text: "[一](javascript:void)" }]] },
    ]);
  });

  it("takes no form of markup for HTML", () => {
    const typed = "<script>alert(1)</script>";
    expect(pageBlocks(typed)).toEqual([{ kind: "paragraph", lines: [[{ kind: "text", text: typed }]] }]);
  });

  it("names the field where a link leads elsewhere", () => {
    const parsed = PublishPage.safeParse({
      kind: "terms",
      body: "[一](javascript:void)",
      sinceOn: "2026-11-21",
      version: 0,
      requestId: "0190a000-0000-7000-8000-000000000001",
    });
    expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual([
      ["body", "not_a_page_link"],
    ]);
  });
});
