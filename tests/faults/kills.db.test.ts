import { setTimeout as sleep } from "node:timers/promises";
import { patience, scaled, seed } from "@tsunagari/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { insistingClient, type Client } from "./client.ts";
import { openInstance, type FaultInstance } from "./instance.ts";
import { brokenInvariants, readEffects } from "./invariants.ts";
import { openStage, playStory, type Ending } from "./story.ts";

const killsOfEach = scaled(2, 20);
const lanes = 4;

let instance: FaultInstance;
let stage: Awaited<ReturnType<typeof openStage>>;
beforeAll(async () => {
  instance = await openInstance();
  stage = await openStage(instance);
}, 120_000);
afterAll(async () => {
  await stage.world.close();
  await instance.stop();
}, 60_000);

const random = (state: { value: number }): number => {
  state.value = (state.value * 1_664_525 + 1_013_904_223) % 4_294_967_296;
  return state.value / 4_294_967_296;
};

type Writing = { readonly client: Client; readonly endings: Ending[]; readonly stop: () => Promise<void> };
let stories = 0;

/** Several people at work until they are told to stop; each finishes what was begun. */
const beginWriting = (): Writing => {
  const client = insistingClient({ baseUrl: instance.baseUrl, cookies: stage.cookies });
  const endings: Ending[] = [];
  let isOver = false;
  const lane = async (): Promise<void> => {
    while (!isOver) {
      stories += 1;
      endings.push(await playStory(client, stage.world, stories));
    }
  };
  const working = Promise.all(Array.from({ length: lanes }, lane));
  // It is awaited in the end; until then a story that went wrong is no unhandled one.
  working.catch(() => undefined);
  return {
    client,
    endings,
    stop: async () => {
      isOver = true;
      await working;
    },
  };
};

/** Lost, doubled or half-written: all of them must be empty. */
const demandWhole = async ({ client, endings }: Writing, before: { cases?: number; grants?: number }) => {
  const { superuserUrl } = await instance.place();
  const { resultOf, statusOf, counts } = await readEffects(superuserUrl);
  const lost = client.acknowledged.filter(({ requestId, id }) => resultOf.get(requestId) !== id);
  expect(lost).toEqual([]);
  const elsewhere = endings.filter(({ referralId, status }) => statusOf.get(referralId) !== status);
  expect(elsewhere).toEqual([]);
  const done = (procedure: string) => client.acknowledged.filter((one) => one.procedure === procedure).length;
  expect(counts.cases).toBe((before.cases ?? 0) + done("case.open"));
  expect(counts.grants).toBe((before.grants ?? 0) + done("consent.give"));
  expect(await brokenInvariants(superuserUrl)).toEqual([]);
  expect(client.faults).toEqual([]);
};

const countsNow = async () => (await readEffects((await instance.place()).superuserUrl)).counts;

describe("kill -9 while many are writing, with fsync on", () => {
  it(
    "of the program and of PostgreSQL loses nothing that was acknowledged, doubles nothing, and all comes back by itself",
    async () => {
      const state = { value: seed };
      const before = await countsNow();
      const writing = beginWriting();
      const victims = Array.from({ length: killsOfEach }, () => ["api", "postmaster"] as const).flat();
      for (const victim of victims.toSorted(() => random(state) - 0.5)) {
        await sleep(300 + random(state) * 900);
        process.kill(await instance.pids[victim](), "SIGKILL");
        // The pid file still names the dead one for a moment.
        await sleep(300);
        await instance.ready();
      }
      await sleep(1000);
      await writing.stop();
      expect(writing.endings.length).toBeGreaterThanOrEqual(lanes);
      await demandWhole(writing, before);
    },
    patience(120),
  );

  it(
    "of everything at once, the supervisor too, is mended by starting again on the same directory",
    async () => {
      const before = await countsNow();
      const writing = beginWriting();
      for (let round = 0; round < scaled(1, 10); round += 1) {
        await sleep(1000);
        const pids = [await instance.pids.supervisor(), await instance.pids.api(), await instance.pids.postmaster()];
        for (const pid of pids) process.kill(pid, "SIGKILL");
        await instance.startAgain();
        await instance.ready();
      }
      await writing.stop();
      expect(writing.endings.length).toBeGreaterThanOrEqual(lanes);
      await demandWhole(writing, before);
    },
    patience(120),
  );

  it("of the supervisor alone leaves a program and a server that the next start finds and replaces", async () => {
    const left = { api: await instance.pids.api(), postmaster: await instance.pids.postmaster() };
    process.kill(await instance.pids.supervisor(), "SIGKILL");
    await instance.startAgain();
    await instance.ready();
    expect(await instance.pids.api()).not.toBe(left.api);
    expect(await instance.pids.postmaster()).not.toBe(left.postmaster);
    expect(instance.told()).toContain(`process ${left.api}`);
    expect(instance.told()).toContain(`process ${left.postmaster}`);
  }, 60_000);
});
