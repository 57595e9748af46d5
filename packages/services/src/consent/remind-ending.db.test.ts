import { afterAll, beforeAll, expect, test } from "vitest";
import { answerOf, on, openWorld, requestId, takeIn, type World } from "../case/test-world.ts";
import type { Context } from "../kernel/index.ts";
import { giveConsent, remindEndingConsents, withdrawConsent } from "./index.ts";
import { consentForm } from "./test-stage.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const remindedOn = async (day: string) => {
  const actor = { kind: "worker", municipalityId: world.city.id, job: "remindEndingConsents" } as const;
  const worker: Context = { ...world.system, actor };
  return (await remindEndingConsents(on(worker, day))).done;
};

const give = async (personId: string, lastOn: string): Promise<string> => {
  const form = consentForm(personId, "support", { lastOn });
  return (await giveConsent.execute(world.people.coordinator, form)).id;
};

test("the team of the case is told once, 30 days before a consent runs out, and not of one that was withdrawn", async () => {
  const { coordinator } = world.people;
  const { caseId, personId } = await takeIn(coordinator, world.behind);
  const other = await takeIn(coordinator, world.behind);
  await give(personId, "2026-10-09");
  const withdrawn = await give(other.personId, "2026-10-09");
  await withdrawConsent.execute(coordinator, { requestId: requestId(), grantId: withdrawn });
  // The consent ends with 2026-10-09; its exclusive end is 30 days after 2026-09-10.
  expect([await remindedOn("2026-09-09"), await remindedOn("2026-09-10"), await remindedOn("2026-09-11")]).toEqual([
    0, 1, 0,
  ]);
  const told = await world.behind<Record<string, unknown>[]>`
    select user_id, subject_kind, subject_id from notice where kind = 'case.consent_ends_soon'`;
  expect([...told]).toEqual([{ user_id: coordinator.actor.userId, subject_kind: "case", subject_id: caseId }]);
  expect(await answerOf(remindEndingConsents(coordinator))).toBe("forbidden consent.clock_only");
});
