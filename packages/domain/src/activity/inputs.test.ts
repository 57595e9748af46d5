import { describe, expect, test } from "vitest";
import { fieldCodes } from "../kernel/index.ts";
import { contentInput } from "./content.fixture.ts";
import { ActivityContentInput, SearchActivities } from "./inputs.ts";

const codesOf = (value: unknown): readonly (readonly [string, string])[] => {
  const result = ActivityContentInput.safeParse(value);
  return result.success ? [] : result.error.issues.map((issue) => [issue.path.join("."), issue.message]);
};

describe("content of an activity", () => {
  test("a whole form is accepted, empty fields mean not stated, choices come in one order", () => {
    const content = ActivityContentInput.parse(contentInput);
    expect(content).toMatchObject({
      audienceNote: null,
      contactMail: null,
      accessibility: ["wheelchair", "stroller"],
      schedule: { kind: "weekly", weekday: 3, lastOn: null, skippedOn: ["2026-04-29"] },
    });
  });

  test("full-width digits are accepted in times, dates and phone numbers", () => {
    const content = ActivityContentInput.parse({
      ...contentInput,
      contactPhone: "０５６８－００－１２３４",
      schedule: { ...contentInput.schedule, fromTime: "９：３０", toTime: "１１：００", firstOn: "２０２６/４/１" },
    });
    expect(content.contactPhone).toBe("0568-00-1234");
    expect(content.schedule).toMatchObject({ fromTime: "09:30", toTime: "11:00", firstOn: "2026-04-01" });
  });

  test.each<[string, object, string, string]>([
    ["no way of contact", { contactPhone: "" }, "contactPhone", "required"],
    ["a fee without saying which", { feeNote: "" }, "feeNote", "required"],
    ["nobody it is for", { audiences: [] }, "audiences", "not_chosen"],
    ["no place", { placeId: "" }, "placeId", "not_chosen"],
    ["no word on the fee", { isFree: undefined }, "isFree", "not_chosen"],
    ["no category", { category: "" }, "category", "not_chosen"],
    ["an unknown category", { category: "casino" }, "category", "not_a_choice"],
    ["a title too long", { title: "あ".repeat(61) }, "title", "too_long"],
    ["a text of 100,000 characters", { description: "あ".repeat(100_000) }, "description", "too_long"],
    ["a lone surrogate", { description: "\ud800" }, "description", "broken_characters"],
    ["a My Number", { description: "番号は 1234 5678 9018 です" }, "description", "my_number"],
    ["a link that is a script", { contactWebsite: "javascript:alert(1)" }, "contactWebsite", "not_a_link"],
    ["an undeclared field", { isPublished: true }, "", "unknown_field"],
    [
      "an end before the start",
      { schedule: { ...contentInput.schedule, toTime: "16:00" } },
      "schedule.toTime",
      "before_start",
    ],
    [
      "a last day before the first",
      { schedule: { ...contentInput.schedule, lastOn: "2026-03-31" } },
      "schedule.lastOn",
      "before_start",
    ],
    [
      "a day that does not exist",
      { schedule: { ...contentInput.schedule, firstOn: "2026-02-30" } },
      "schedule.firstOn",
      "not_a_date",
    ],
    ["no weekday", { schedule: { ...contentInput.schedule, weekday: "" } }, "schedule.weekday", "not_chosen"],
    ["a weekday of eight", { schedule: { ...contentInput.schedule, weekday: 8 } }, "schedule.weekday", "out_of_range"],
  ])("%s is refused at its field", (_what, change, path, code) => {
    expect(codesOf({ ...contentInput, ...change })).toContainEqual([path, code]);
  });

  test.each([null, undefined, "x", 1, [], {}, { ...contentInput, schedule: { kind: "daily" } }])(
    "every refusal of %j has a known code",
    (value) => {
      const codes = codesOf(value);
      expect(codes.length).toBeGreaterThan(0);
      for (const [, code] of codes) expect(fieldCodes).toContain(code);
    },
  );
});

describe("the public search", () => {
  test("takes what a hand-written address gives", () => {
    expect(SearchActivities.parse({ keyword: " 食堂 ", areaId: "", category: "", weekday: "3", page: "2" })).toEqual({
      keyword: "食堂",
      areaId: null,
      category: null,
      weekday: 3,
      page: 2,
    });
    expect(SearchActivities.parse({})).toMatchObject({ keyword: null, weekday: null, page: 1 });
  });

  test.each([
    { page: "0" },
    { page: "51" },
    { weekday: "月" },
    { areaId: "1" },
    { category: "casino" },
    { keyword: "\ud800" },
    { city: "kasugai" },
  ])("%j is refused", (value) => {
    expect(SearchActivities.safeParse(value).success).toBe(false);
  });
});
