import { createSession } from "@tsunagari/auth";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { secondsAfter } from "../case/test-world.ts";
import { resolveActor } from "../identity/index.ts";
import type { Context } from "../kernel/index.ts";
import { acceptReferral, expireOverdueReferrals, getReceivedReferral } from "./index.ts";
import { answerOf, openWorld, seen, sentFor, statusOf, takeInWithConsent, yes, type World } from "./test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
afterEach(() => {
  vi.useRealTimers();
});

const day = 86_400_000;
/** The database's clock, as every decision must see it; and the program's own, that far beside it. */
const at = async <T>(clock: string, skewMs: number, work: (on: <C extends Context>(who: C) => C) => Promise<T>) => {
  vi.useFakeTimers({ toFake: ["Date"], now: Date.parse(clock) + skewMs });
  try {
    return await work((who) => ({ ...who, clock }));
  } finally {
    vi.useRealTimers();
  }
};

/** The last second of 2026-05-20 in Japan and the first of the day after. */
const [lastSecond, firstSecond] = ["2026-05-20T14:59:59Z", "2026-05-20T15:00:00Z"] as const;

describe.each([
  ["a day behind", -day],
  ["right", 0],
  ["a day ahead", day],
])("where the program's clock is %s the database's decides (threat 21)", (_, skew) => {
  it("a packet closes with the consent's last day", async () => {
    const { receiver } = world.partners;
    const referralId = await sentFor(world, await takeInWithConsent(world, { lastOn: "2026-05-20" }));
    const read = async (on: <C extends Context>(who: C) => C) =>
      (await getReceivedReferral.execute(on(receiver), { referralId })).packet.lines.length;
    const take = async (on: <C extends Context>(who: C) => C) =>
      answerOf(acceptReferral.execute(on(receiver), { ...(await seen(world, referralId)), ...yes }));
    expect(await at(lastSecond, skew, read)).toBeGreaterThan(0);
    expect(await at(firstSecond, skew, read)).toBe(0);
    expect(await at(firstSecond, skew, take)).toBe("forbidden referral.consent_ended");
    expect(await at(lastSecond, skew, take)).toBe("done");
  });

  it("a request lapses after its due date", async () => {
    const referralId = await sentFor(world, await takeInWithConsent(world), { dueOn: "2026-05-20" });
    const run = (on: <C extends Context>(who: C) => C) => expireOverdueReferrals(on(world.worker));
    await at(lastSecond, skew, run);
    expect(await statusOf(world, referralId)).toBe("sent");
    await at(firstSecond, skew, run);
    expect(await statusOf(world, referralId)).toBe("expired");
  });

  it.each([
    ["idle", 15 * 60, 0],
    ["absolute", 12 * 3600, 14 * 60],
  ])("a session ends at its %s limit", async (__, limit, step) => {
    const { actor } = world.people.coordinator;
    const owner = {
      portal: "staff",
      municipalityId: actor.municipalityId,
      userId: actor.userId,
      assurance: 1,
    } as const;
    const livesAfter = async (end: number): Promise<boolean> => {
      const token = await at(secondsAfter(0), skew, (on) => createSession(on(world.people.coordinator), owner));
      const lives = (seconds: number) =>
        at(secondsAfter(seconds), skew, (on) =>
          resolveActor(on(world.people.coordinator), { portal: "staff", sessionToken: token }),
        );
      for (let seconds = step; step > 0 && seconds < end; seconds += step) await lives(seconds);
      return (await lives(end)) !== null;
    };
    expect(await livesAfter(limit - 1)).toBe(true);
    expect(await livesAfter(limit + 1)).toBe(false);
  });
});
