import { civilDateOf } from "@tsunagari/domain/kernel";
import { describe, expect, it } from "vitest";
import { upcomingOf } from "./upcoming.ts";

const friday = {
  kind: "weekly",
  weekday: "5",
  fromTime: "",
  toTime: "",
  firstOn: "2026-07-01",
  lastOn: "",
  skippedOn: ["2026-07-10"],
};
const today = civilDateOf("2026-07-01");

describe("the next dates while a schedule is being written", () => {
  it("keep the days left out in their place, before any time is typed", () => {
    expect(upcomingOf(friday, today, 3)).toEqual([
      { on: "2026-07-03", isSkipped: false },
      { on: "2026-07-10", isSkipped: true },
      { on: "2026-07-17", isSkipped: false },
    ]);
  });

  it("end with the last day", () => {
    expect(upcomingOf({ ...friday, lastOn: "２０２６/7/10" }, today, 8)?.map(({ on }) => on)).toEqual([
      "2026-07-03",
      "2026-07-10",
    ]);
  });

  it("are unknown without a weekday, with half a date, and by appointment", () => {
    expect(upcomingOf({ ...friday, weekday: "" }, today, 3)).toBeNull();
    expect(upcomingOf({ ...friday, firstOn: "2026-07" }, today, 3)).toBeNull();
    expect(upcomingOf({ ...friday, kind: "byAppointment" }, today, 3)).toBeNull();
  });
});
