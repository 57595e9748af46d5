import { expect, test } from "vitest";
import { addDays, civilDateOf } from "../kernel/index.ts";
import { settingDefaults } from "../municipality/index.ts";
import { freshnessOn, isShownOn, type FreshnessState } from "./freshness.ts";

const verifiedOn = civilDateOf("2026-01-01");

test.each<[number, FreshnessState]>([
  [0, "fresh"],
  [149, "fresh"],
  [150, "due"],
  [179, "due"],
  [180, "stale"],
  [239, "stale"],
  [240, "unlisted"],
])("%i days after it was checked an item is %s", (days, state) => {
  expect(freshnessOn(verifiedOn, addDays(verifiedOn, days), settingDefaults)).toBe(state);
});

const weekly = {
  kind: "weekly",
  weekday: 3,
  fromTime: "10:00",
  toTime: "11:00",
  firstOn: verifiedOn,
  skippedOn: [],
} as const;

test.each([
  ["its last day", { ...weekly, lastOn: civilDateOf("2026-02-04") }, "2026-02-04", true],
  ["the day after its last", { ...weekly, lastOn: civilDateOf("2026-02-04") }, "2026-02-05", false],
  ["the last day before it is too old", { ...weekly, lastOn: null }, "2026-08-28", true],
  ["the day it is too old", { ...weekly, lastOn: null }, "2026-08-29", false],
  ["the day it is too old, by appointment", { kind: "byAppointment" as const }, "2026-08-29", false],
])("on %s", (_day, schedule, on, isShown) => {
  expect(isShownOn({ schedule, verifiedOn }, civilDateOf(on), settingDefaults)).toBe(isShown);
});
