import { describe, expect, test } from "vitest";
import { contentFields } from "./activity.ts";
import { changedFields, guardedFields, needsApproval } from "./change.ts";
import { contentInput } from "./content.fixture.ts";
import { ActivityContentInput } from "./inputs.ts";

const before = ActivityContentInput.parse(contentInput);
const changes: Record<(typeof contentFields)[number], object> = {
  title: { title: "別の名前" },
  titleKana: { titleKana: "" },
  category: { category: "communityMeal" },
  summary: { summary: "別の紹介" },
  description: { description: "別の説明" },
  audiences: { audiences: ["anyone"] },
  audienceNote: { audienceNote: "小学生は保護者と" },
  schedule: { schedule: { ...contentInput.schedule, skippedOn: [] } },
  scheduleNote: { scheduleNote: "祝日は休み" },
  placeId: { placeId: "01890a5d-ac96-774b-bcce-b302099a8058" },
  contactName: { contactName: "代表" },
  contactPhone: { contactPhone: "0568-00-9999" },
  contactMail: { contactMail: "info@example.jp" },
  contactWebsite: { contactWebsite: "https://example.jp/" },
  isFree: { isFree: true },
  feeNote: { feeNote: "大人400円" },
  joinWay: { joinWay: "dropIn" },
  joinNote: { joinNote: "" },
  accessibility: { accessibility: [] },
  accessibilityNote: { accessibilityNote: "段差が1段あります" },
};

describe("a change", () => {
  test.each(contentFields)("of %s is found, alone, and needs approval exactly where D-15 asks", (field) => {
    const after = ActivityContentInput.parse({ ...contentInput, ...changes[field] });
    expect(changedFields(before, after)).toEqual([field]);
    expect(needsApproval(before, after)).toBe((guardedFields as readonly string[]).includes(field));
  });

  test("of nothing is no change, whatever order the keys come in", () => {
    const reordered = ActivityContentInput.parse(Object.fromEntries(Object.entries(contentInput).toReversed()));
    expect(changedFields(before, reordered)).toEqual([]);
    expect(needsApproval(before, reordered)).toBe(false);
  });

  test("the first version always needs approval", () => {
    expect(needsApproval(null, before)).toBe(true);
  });
});
