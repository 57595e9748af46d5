/*
 * That the hot statements find rows by index in tables as large as a city's, as the role and behind the fences they run
 * with. Counted by PostgreSQL itself, so that no plan is copied here; `npm run bench` says what it costs.
 */
import { multiplyRows, scansDuring } from "@tsunagari/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { addOrganization, asVisitor, foundCity, openWorld, type World } from "../organization/test-world.ts";
import { getPublicActivity, searchActivities } from "./index.ts";
import { activityStage } from "./test-activity.ts";

const times = 1500;
const large = ["published_activity", "activity", "activity_version", "place", "organization", "command_receipt"];

let world: World;
let city: Awaited<ReturnType<typeof foundCity>>;
let stage: ReturnType<typeof activityStage>;
let found: string;

beforeAll(async () => {
  world = await openWorld();
  city = await foundCity(world, "kasugai");
  stage = activityStage(world, city, await addOrganization(world, city, "藤山台の会（架空）"));
  await stage.published({ title: "朝の体操" });
  const { behind } = world;
  await multiplyRows(behind, "activity", { times, renewed: ["id", "organization_id"] });
  await multiplyRows(behind, "activity_version", { times, renewed: ["id", "activity_id", "organization_id"] });
  await multiplyRows(behind, "published_activity", { times, renewed: ["id", "organization_id"] });
  await multiplyRows(behind, "place", { times, renewed: ["id", "organization_id"] });
  await multiplyRows(behind, "organization", { times, renewed: ["id"] });
  await multiplyRows(behind, "command_receipt", { times, renewed: ["id"] });
  found = await stage.published({ title: "尺八の集い" });
});
afterAll(() => world.close());

const readFromEndToEnd = (scans: Readonly<Record<string, number>>) => large.filter((table) => table in scans);

test.each(["尺八", "尺", "尺八の集い"])("the public search for %s asks the index of keys alone", async (keyword) => {
  const scans = await scansDuring(world.behind, async () => {
    const { items } = await searchActivities.execute(asVisitor(world, city), { keyword });
    expect(items.map(({ id }) => id)).toEqual([found]);
  });
  expect(readFromEndToEnd(scans)).toEqual([]);
  expect(scans).toHaveProperty("published_activity_keys_idx");
});

test("a public activity is found by its key", async () => {
  const scans = await scansDuring(world.behind, () =>
    getPublicActivity.execute(asVisitor(world, city), { activityId: found }),
  );
  expect(readFromEndToEnd(scans)).toEqual([]);
  expect(scans).toHaveProperty("published_activity_municipality_id_id_pk");
});

test("creating an activity reads no table from end to end", async () => {
  const scans = await scansDuring(world.behind, () => stage.draft({ title: "もう一つの集い" }));
  expect(readFromEndToEnd(scans)).toEqual([]);
  expect(scans).toHaveProperty("organization_municipality_id_id_pk");
});
