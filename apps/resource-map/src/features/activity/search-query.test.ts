import { SearchActivities } from "@tsunagari/domain/activity";
import { describe, expect, test } from "vitest";
import { holdsMyNumber, isAsking, pageCountOf, searchInputOf, searchQueryOf } from "./search-query.ts";

const area = "01890a5d-ac96-774b-bcce-b302099a8057";

describe("the address of the search", () => {
  test("keeps what the form sends", () => {
    const sent = { q: "こども食堂", area, category: "childrensCafeteria", weekday: "6", page: "2" };
    expect(searchQueryOf(sent)).toEqual({ q: "こども食堂", area, category: "childrensCafeteria", weekday: 6, page: 2 });
  });

  test("drops the fields of an empty form", () => {
    expect(searchQueryOf({ q: " ", area: "", category: "", weekday: "", page: "1" })).toEqual({});
  });

  test("takes full-width digits for a weekday", () => {
    expect(searchQueryOf({ weekday: "６" })).toEqual({ weekday: 6 });
  });

  test.each([
    { q: "\ud800", area: "x", category: "__proto__", weekday: "8", page: "-1" },
    { q: "\u0000", area: "' or 1=1", category: ["a"], weekday: "1e9", page: "999999999999" },
    { q: { $ne: 1 }, area: null, category: 1, weekday: "NaN", page: "51" },
    { q: "あ".repeat(100_000), area, category: "exercise", weekday: "7", page: "50" },
    { q: "👨‍👩‍👧‍👦".repeat(60) },
    { q: `a${"👦".repeat(60)}` },
    { q: "１２３４ ５６７８ ９０１８" },
    { q: "123456789018" },
  ])("turns hostile input into something the search accepts: case %#", (raw) => {
    expect(SearchActivities.safeParse(searchInputOf(searchQueryOf(raw))).success).toBe(true);
  });

  test("reads its own spelling back unchanged, so that a canonical address leads nowhere else", () => {
    const once = searchQueryOf({ q: `${"あ ".repeat(80)}`, weekday: "３", page: "０５" });
    expect(searchQueryOf({ ...once })).toEqual(once);
  });

  test("tells where a My Number was typed, with spaces or in full width", () => {
    expect(holdsMyNumber(searchQueryOf({ q: "１２３４ ５６７８ ９０１８" }))).toBe(true);
    expect(holdsMyNumber(searchQueryOf({ q: "0568-00-1234" }))).toBe(false);
  });

  test("turning the page alone is not asking for anything", () => {
    expect(isAsking(searchQueryOf({ page: "2" }))).toBe(false);
    expect(isAsking(searchQueryOf({ q: "体操" }))).toBe(true);
  });
});

test.each([
  [0, 1],
  [20, 1],
  [21, 2],
  [1000, 50],
  [1001, 50],
])("%i hits stand on %i pages", (total, pages) => {
  expect(pageCountOf({ total, pageSize: 20 })).toBe(pages);
});
