import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { maintenanceSwitch, parseUntil, switchOff, switchOn } from "./maintenance-file.ts";

// Saturday, 12:00 in Japan.
const now = new Date("2026-11-21T03:00:00Z");

test.each([
  ["18:00", "2026-11-21T09:00:00.000Z"],
  ["9:30", "2026-11-22T00:30:00.000Z"],
  ["00:00", "2026-11-21T15:00:00.000Z"],
  ["2026-11-23T06:00", "2026-11-22T21:00:00.000Z"],
  ["2026-11-23T06:00:00Z", "2026-11-23T06:00:00.000Z"],
  ["2026-11-23T06:00+09:00", "2026-11-22T21:00:00.000Z"],
])("%s is a time in Japan that lies ahead, or an instant", (text, instant) => {
  expect(parseUntil(text, now).toISOString()).toBe(instant);
});

test.each(["25:00", "6pm", "2026-13-01T00:00", "2026-11-20T18:00", "tomorrow", ""])("%s is refused", (text) => {
  expect(() => parseUntil(text, now)).toThrow("--until must");
});

describe("the switch", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "tsunagari-maintenance-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test("is off without the file, on with it, and knows until when", () => {
    const path = join(folder, "maintenance");
    expect(maintenanceSwitch(path)()).toBeNull();
    switchOn(path, { until: now });
    expect(maintenanceSwitch(path)()).toEqual({ until: now });
    switchOn(path, { until: null });
    expect(maintenanceSwitch(path)()).toEqual({ until: null });
    switchOff(path);
    switchOff(path);
    expect(maintenanceSwitch(path)()).toBeNull();
  });

  test("is off where no file is named", () => {
    expect(maintenanceSwitch(null)()).toBeNull();
  });
});
