import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../kernel/index.ts";
import { acceptReferral, declineReferral, getReceivedReferral, sendReferral, waitlistReferral } from "./index.ts";
import {
  answerOf,
  draftFor,
  openWorld,
  placesOf,
  requestId,
  seen,
  sentFor,
  takeInWithConsent,
  yes,
  type World,
} from "./test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const accept = async (id: Awaited<ReturnType<typeof draftFor>>, as: Context = world.partners.receiver) =>
  answerOf(acceptReferral.execute(as, { ...(await seen(world, id)), ...yes }));

describe("doing it once, and on what was seen", () => {
  it("answers a repeated request with the first result", async () => {
    const id = await sentFor(world, await takeInWithConsent(world));
    const input = { ...(await seen(world, id)), ...yes };
    const before = await placesOf(world, world.activityId);
    await acceptReferral.execute(world.partners.receiver, input);
    expect(await acceptReferral.execute(world.partners.receiver, input)).toEqual({ id });
    expect(await placesOf(world, world.activityId)).toBe(before + 1);
  });

  it("refuses a stale version", async () => {
    const id = await sentFor(world, await takeInWithConsent(world));
    const old = await seen(world, id);
    await waitlistReferral.execute(world.partners.receiver, old);
    expect(
      await answerOf(acceptReferral.execute(world.partners.receiver, { ...old, requestId: requestId(), ...yes })),
    ).toBe("conflict kernel.stale_version");
  });

  it("accepts exactly one of twenty at a capacity of one, and counts it", async () => {
    const activityId = await world.addActivity(1);
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => sentFor(world, await takeInWithConsent(world), { activityId })),
    );
    const answers = await Promise.all(ids.map((id) => accept(id)));
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect(answers.filter((answer) => answer === "limit referral.no_place_left")).toHaveLength(19);
    expect(await placesOf(world, activityId)).toBe(1);
    const refused = ids.filter((_id, index) => answers[index] !== "done").slice(0, 1);
    for (const id of refused)
      expect(await answerOf(waitlistReferral.execute(world.partners.receiver, await seen(world, id)))).toBe("done");
  }, 60_000);
});

describe("the audit", () => {
  it("has one entry per act and per reading of an open packet, naming the person, and none for a closed one", async () => {
    const person = await takeInWithConsent(world);
    const id = await sentFor(world, person);
    const { receiver } = world.partners;
    await getReceivedReferral.execute(receiver, { referralId: id });
    await declineReferral.execute(receiver, { ...(await seen(world, id)), reasonCode: "safety" });
    await getReceivedReferral.execute(receiver, { referralId: id });
    const entries = await world.behind<{ kind: string; action: string }[]>`
      select e.kind, e.action from audit_entry e join audit_subject s on s.municipality_id = e.municipality_id and s.audit_id = e.id
       where s.subject_id = ${id} and s.person_id = ${person.personId} order by e.id`;
    expect(entries.map(({ kind, action }) => `${kind} ${action}`)).toEqual([
      "command referral.createDraft",
      "command referral.updateDraft",
      "command referral.send",
      "reading referral.read",
      "command referral.decline",
    ]);
  });

  it("records a refusal apart from what it rolled back", async () => {
    const id = await draftFor(world, await takeInWithConsent(world, { dataGroups: ["wishes", "needs"] }));
    const input = await seen(world, id);
    await answerOf(sendReferral.execute(world.people.coordinator, input));
    const entries = await world.behind`select kind, reason from audit_entry where request_id = ${input.requestId}`;
    expect([...entries]).toEqual([{ kind: "refusal", reason: "referral.field_not_consented" }]);
  });
});
