/*
 * Decisions go by the database's clock in Japan's time, whatever the machine of the program believes: its time zone, a leap
 * day, the turn of a fiscal year or of an era (D-25, D-34).
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { civilDateAt, fiscalYearOf } from "@tsunagari/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchEnv } from "@tsunagari/testing";
import { acceptReferral, getReceivedReferral } from "../../packages/services/src/referral/index.ts";
import {
  answerOf,
  openWorld,
  seen,
  sentFor,
  takeInWithConsent,
  yes,
  type World,
} from "../../packages/services/src/referral/test-world.ts";

/** Each moment with the date and fiscal year it has in Japan. */
const moments = [
  ["2024-02-29T14:59:59Z", "2024-02-29", 2023],
  ["2024-02-29T15:00:00Z", "2024-03-01", 2023],
  ["2026-03-31T14:59:59Z", "2026-03-31", 2025],
  ["2026-03-31T15:00:00Z", "2026-04-01", 2026],
  ["2019-04-30T14:59:59Z", "2019-04-30", 2019],
  ["2019-04-30T15:00:00Z", "2019-05-01", 2019],
] as const;
const zones = ["UTC", "America/Los_Angeles", "Pacific/Kiritimati", "Asia/Tokyo", "Nowhere/None"];

const domain = fileURLToPath(new URL("../../packages/domain/src/index.ts", import.meta.url));
const script = `
  const { civilDateAt, fiscalYearOf } = await import(${JSON.stringify(domain)});
  const moments = ${JSON.stringify(moments.map(([at]) => at))};
  console.log(JSON.stringify(moments.map((at) => { const on = civilDateAt(new Date(at)); return [at, on, fiscalYearOf(on)]; })));`;

describe("a date", () => {
  it.each(moments)("at %s is %s in Japan, in fiscal year %i", (at, on, year) => {
    expect([civilDateAt(new Date(at)), fiscalYearOf(civilDateAt(new Date(at)))]).toEqual([on, year]);
  });

  it.each(zones)("is the same on a machine whose time zone is %s", (zone) => {
    const run = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
      env: { ...launchEnv(), TZ: zone },
      encoding: "utf8",
    });
    expect(JSON.parse(run.stdout)).toEqual(moments);
  });
});

describe("a decision", () => {
  let world: World;
  const own = process.env["TZ"];
  beforeAll(async () => {
    world = await openWorld();
  });
  afterAll(async () => {
    if (own === undefined) delete process.env["TZ"];
    else process.env["TZ"] = own;
    await world.close();
  });

  it.each(["UTC", "America/Los_Angeles", "Pacific/Kiritimati"])(
    "in time zone %s falls with the last second of the consent in Japan, and not a second sooner",
    async (zone) => {
      process.env["TZ"] = zone;
      const id = await sentFor(world, await takeInWithConsent(world, { lastOn: "2027-03-31" }));
      const at = (clock: string) => ({ ...world.partners.receiver, clock });
      const before = await getReceivedReferral.execute(at("2027-03-31T14:59:59Z"), { referralId: id });
      expect(before.packet.openSteps).toEqual([1]);
      const after = await getReceivedReferral.execute(at("2027-03-31T15:00:00Z"), { referralId: id });
      expect(after.packet).toEqual({ openSteps: [], lines: [] });
      const input = { ...(await seen(world, id)), ...yes, firstStepOn: "2027-04-02" };
      expect(await answerOf(acceptReferral.execute(at("2027-03-31T15:00:00Z"), input))).not.toBe("done");
    },
  );
});
