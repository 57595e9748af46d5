import { describe, expect, test } from "vitest";
import { canFire } from "../kernel/index.ts";
import { activityStatuses, activityVersionStatuses } from "./activity.ts";
import { activityMachine, activityVersionMachine } from "./machine.ts";

const table = (machine: Record<string, { from: readonly string[]; to: string }>, states: readonly string[]) =>
  Object.fromEntries(
    states.map((state) => [
      state,
      Object.entries(machine)
        .filter(([event]) => canFire(machine, event, state))
        .map(([event, row]) => `${event} → ${row.to}`),
    ]),
  );

describe("every state and every event", () => {
  test("of an activity", () => {
    expect(table(activityMachine, activityStatuses)).toEqual({
      draft: ["submit → submitted", "discard → discarded"],
      submitted: ["takeBack → draft", "return → returned", "approve → published"],
      returned: ["submit → submitted", "discard → discarded"],
      published: ["end → ended"],
      ended: [],
      discarded: [],
    });
  });

  test("of a version", () => {
    expect(table(activityVersionMachine, activityVersionStatuses)).toEqual({
      draft: ["submit → submitted", "publish → approved", "discard → discarded", "drop → discarded"],
      submitted: ["takeBack → draft", "return → returned", "approve → approved", "drop → discarded"],
      returned: ["submit → submitted", "publish → approved", "discard → discarded", "drop → discarded"],
      approved: ["supersede → superseded"],
      superseded: [],
      discarded: [],
    });
  });
});
