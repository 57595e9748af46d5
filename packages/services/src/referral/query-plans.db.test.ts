/* As ../activity/query-plans.db.test.ts, for what a partner opens first. */
import { multiplyRows, scansDuring } from "@tsunagari/testing";
import { afterAll, beforeAll, expect, test } from "vitest";
import { listReferralHistory, listReferralInbox } from "./receiver/list-received.ts";
import { openWorld, sentFor, takeInWithConsent, type World } from "./test-world.ts";

const times = 1500;

let world: World;
let sent: string;
beforeAll(async () => {
  world = await openWorld();
  sent = await sentFor(world, await takeInWithConsent(world));
  const renewed = ["id", "organization_id", "case_id", "person_id", "activity_id", "chain_id"];
  await multiplyRows(world.behind, "referral", { times, renewed });
  await multiplyRows(world.behind, "activity", { times, renewed: ["id", "organization_id"] });
});
afterAll(() => world.close());

test.each([
  ["inbox", listReferralInbox, 1],
  ["history", listReferralHistory, 0],
])("the %s of an organization is read by its index, behind the fences", async (_name, list, total) => {
  const scans = await scansDuring(world.behind, async () => {
    const answer = await list.execute(world.partners.receiver, { page: 1, pageSize: 20 });
    expect(answer.total).toBe(total);
    if (total > 0) expect(answer.items.map(({ id }) => id)).toEqual([sent]);
  });
  expect(scans).not.toHaveProperty("referral");
  expect(scans).not.toHaveProperty("activity");
  expect(scans).toHaveProperty("referral_organization_idx");
});
