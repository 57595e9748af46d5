import { civilDateOf } from "@tsunagari/domain/kernel";
import { expect, test } from "vitest";
import { calendarLeaf, dateText } from "./date-text.ts";

test.each([
  ["2026-11-24", "2026年11月24日（火）"],
  ["2027-01-01", "2027年1月1日（金）"],
  ["2028-02-29", "2028年2月29日（火）"],
])("the day %s is written with its year and weekday, whatever the zone of the machine", (on, text) => {
  expect(dateText(civilDateOf(on))).toBe(text);
});

test("a calendar leaf names month, day and weekday", () => {
  expect(calendarLeaf(civilDateOf("2026-11-24"))).toEqual({ month: "11月", day: "24", weekday: "火" });
});
