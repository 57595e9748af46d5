import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../kernel/index.ts";
import {
  addOrganization,
  addUser,
  answerOf,
  foundCity,
  noticesOf,
  on,
  openWorld,
  type City,
  type World,
} from "../organization/test-world.ts";
import { confirmActivity, remindVerification } from "./index.ts";
import { activityStage } from "./test-activity.ts";

let world: World;
let city: City;

beforeAll(async () => {
  world = await openWorld();
  city = await foundCity(world, "kasugai");
});
afterAll(() => world.close());

test("the owner is asked once, 30 days before the confirmation runs out, and again after a new confirmation has aged", async () => {
  const ours = await addOrganization(world, city, "確認の会（架空）");
  const owner = await addUser(world, city, { organizationId: ours.id, code: "owner" });
  const stage = activityStage(world, city, ours);
  const id = await stage.published();
  await stage.draft();
  const worker = (day: string): Context => ({
    ...world.system,
    actor: { kind: "worker", municipalityId: city.id, job: "remindVerification" },
    clock: on(day),
  });
  const asked = async (day: string) => (await remindVerification(worker(day))).done;
  const due = async () => (await noticesOf(world, owner)).filter((kind) => kind === "activity.verification_due").length;
  // Confirmed on 2026-05-13; 180 days later is 2026-11-09.
  expect([await asked("2026-10-09"), await due()]).toEqual([0, 0]);
  expect([await asked("2026-10-10"), await asked("2026-10-11"), await due()]).toEqual([1, 0, 1]);
  await confirmActivity.execute({ ...stage.owner, clock: on("2026-10-12") }, await stage.seen(id));
  expect([await asked("2026-10-13"), await asked("2027-03-11"), await due()]).toEqual([0, 1, 2]);
  expect(await answerOf(remindVerification(stage.owner))).toBe("forbidden activity.clock_only");
});
