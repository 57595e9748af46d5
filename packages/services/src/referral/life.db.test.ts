import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listReferralHistory } from "./receiver/list-received.ts";
import {
  completeReferral,
  confirmReferralDestroyed,
  declineReferral,
  getReceivedReferral,
  getReferral,
  listReferrals,
  listReferralsForCase,
  markReferralEnteredInError,
  markReferralNotHelped,
  markReferralSeen,
  recordPersonAnswer,
  reopenReferral,
  acceptReferral,
  createReferralDraft,
  sendReferral,
  startReferral,
  unacceptReferral,
  waitlistReferral,
  withdrawReferral,
} from "./index.ts";
import {
  acceptedFor,
  answerOf,
  draftFor,
  on,
  openWorld,
  placesOf,
  requestId,
  seen,
  sentFor,
  statusOf,
  takeInWithConsent,
  yes,
  type World,
} from "./test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const fieldsOf = (lines: readonly { readonly field: string }[]) => lines.map((line) => line.field);
const firstStep = ["wishes", "needs", "times", "staffContact"];

describe("the life of a referral", () => {
  it("goes from draft to completed, opening the packet step by step, and asks the person beside the provider", async () => {
    const { receiver } = world.partners;
    const { coordinator } = world.people;
    const person = await takeInWithConsent(world);
    const id = await draftFor(world, person);
    const before = await placesOf(world, world.activityId);
    expect(await answerOf(getReceivedReferral.execute(receiver, { referralId: id }))).toBe(
      "not_found kernel.not_found",
    );

    await sendReferral.execute(coordinator, await seen(world, id));
    const anonymous = await getReceivedReferral.execute(receiver, { referralId: id });
    expect(anonymous).toMatchObject({ status: "sent", dueOn: "2026-06-01", purpose: "participation" });
    expect(fieldsOf(anonymous.packet.lines)).toEqual(firstStep);
    expect(JSON.stringify(anonymous)).not.toMatch(/花子|架空町|0568-00-0001/u);
    expect(anonymous.abilities.accept).toBe(true);
    expect(anonymous.abilities.complete).toBe("referral.invalid_state");
    await markReferralSeen.execute(receiver, { requestId: requestId(), referralId: id });

    await acceptReferral.execute(receiver, { ...(await seen(world, id)), ...yes });
    const opened = await getReceivedReferral.execute(receiver, { referralId: id });
    expect(fieldsOf(opened.packet.lines)).toEqual([
      ...firstStep,
      "cautions",
      "preferredName",
      "name",
      "phone",
      "address",
    ]);
    expect(opened.packet.lines.find((line) => line.field === "name")?.text).toBe("架空 花子");
    expect(await placesOf(world, world.activityId)).toBe(before + 1);

    await startReferral.execute(receiver, { ...(await seen(world, id)), firstContactOn: "2026-05-12" });
    await completeReferral.execute(receiver, {
      ...(await seen(world, id)),
      outcomeCode: "settled",
      serviceGiven: "毎週の食堂に通っている",
      shareBack: "",
    });
    expect(await placesOf(world, world.activityId)).toBe(before);
    await recordPersonAnswer.execute(coordinator, { ...(await seen(world, id)), answer: "partly" });
    const whole = await getReferral.execute(coordinator, { referralId: id });
    expect(whole).toMatchObject({
      status: "completed",
      outcomeCode: "settled",
      personAnswer: "partly",
      serviceGiven: "毎週の食堂に通っている",
      followUpsOn: ["2026-06-11", "2026-08-10"],
      packetClosesOn: "2026-06-11",
    });
    expect(whole.history.map((line) => line.event)).toEqual([
      "send",
      "accept",
      "start",
      "complete",
      "recordPersonAnswer",
    ]);
  });

  it("closes a completed packet on its day and keeps date, activity and outcome for the partner", async () => {
    const { receiver } = world.partners;
    const id = await acceptedFor(world, await takeInWithConsent(world));
    await startReferral.execute(receiver, { ...(await seen(world, id)), firstContactOn: "2026-05-12" });
    await completeReferral.execute(receiver, {
      ...(await seen(world, id)),
      outcomeCode: "settled",
      serviceGiven: "通っている",
    });
    const lastDay = await getReceivedReferral.execute(on(receiver, "2026-06-10"), { referralId: id });
    expect(fieldsOf(lastDay.packet.lines)).toContain("name");
    const after = await getReceivedReferral.execute(on(receiver, "2026-06-11"), { referralId: id });
    expect(after).toMatchObject({ outcomeCode: "settled", serviceGiven: null, packet: { openSteps: [], lines: [] } });
    const { items } = await listReferralHistory.execute(on(receiver, "2026-06-11"), {});
    expect(items.find((item) => item.id === id)).toMatchObject({ status: "completed", outcomeCode: "settled" });
  });

  it("closes the packet at once on declining, and keeps the words for the city", async () => {
    const { receiver } = world.partners;
    const id = await sentFor(world, await takeInWithConsent(world));
    await declineReferral.execute(receiver, {
      ...(await seen(world, id)),
      reasonCode: "other",
      reasonText: "今月は改装中です",
    });
    const closed = await getReceivedReferral.execute(receiver, { referralId: id });
    expect(closed).toMatchObject({ status: "declined", reasonCode: "other", reasonText: null, packet: { lines: [] } });
    expect(await getReferral.execute(world.people.coordinator, { referralId: id })).toMatchObject({
      reasonText: "今月は改装中です",
    });
  });

  it("closes step 2 again on un-accepting and waitlisting, gives the place back and starts the clock anew", async () => {
    const { receiver } = world.partners;
    const before = await placesOf(world, world.activityId);
    const id = await acceptedFor(world, await takeInWithConsent(world));
    const later = on(receiver, "2026-05-13");
    await unacceptReferral.execute(later, { ...(await seen(world, id)), note: "担当が変わりました" });
    const taken = await getReceivedReferral.execute(later, { referralId: id });
    expect(taken).toMatchObject({ status: "sent", dueOn: "2026-06-02" });
    expect(fieldsOf(taken.packet.lines)).toEqual(firstStep);
    expect(await placesOf(world, world.activityId)).toBe(before);

    await acceptReferral.execute(later, { ...(await seen(world, id)), ...yes });
    await waitlistReferral.execute(later, { ...(await seen(world, id)), expectedOn: "" });
    expect(fieldsOf((await getReceivedReferral.execute(later, { referralId: id })).packet.lines)).toEqual(firstStep);
    expect(await placesOf(world, world.activityId)).toBe(before);
    await startReferral.execute(later, { ...(await seen(world, id)), firstContactOn: "2026-05-13" });
    expect(await placesOf(world, world.activityId)).toBe(before + 1);
    await markReferralNotHelped.execute(later, { ...(await seen(world, id)), reasonCode: "person_declined" });
    expect(await placesOf(world, world.activityId)).toBe(before);
    expect((await getReceivedReferral.execute(later, { referralId: id })).packet.lines).toEqual([]);
    await reopenReferral.execute(later, { ...(await seen(world, id)), note: "もう一度来てくれた" });
    expect(await statusOf(world, id)).toBe("in_progress");
    expect(await placesOf(world, world.activityId)).toBe(before + 1);
  });

  it("lets either side reopen within 30 days and nobody after", async () => {
    const { receiver } = world.partners;
    const id = await acceptedFor(world, await takeInWithConsent(world));
    await markReferralNotHelped.execute(receiver, { ...(await seen(world, id)), reasonCode: "no_capacity" });
    const late = on(world.people.coordinator, "2026-06-12");
    expect(await answerOf(reopenReferral.execute(late, { ...(await seen(world, id)), note: "再開" }))).toBe(
      "forbidden referral.reopen_too_late",
    );
    await reopenReferral.execute(on(world.people.coordinator, "2026-06-11"), {
      ...(await seen(world, id)),
      note: "再開",
    });
    expect(await statusOf(world, id)).toBe("in_progress");
  });

  it("withdraws an open referral, tells the partner without content, and takes its word on copies", async () => {
    const { receiver } = world.partners;
    const { coordinator } = world.people;
    const id = await acceptedFor(world, await takeInWithConsent(world));
    await withdrawReferral.execute(coordinator, {
      ...(await seen(world, id)),
      reasonCode: "by_person",
      note: "花子さんの希望",
    });
    const ended = await getReceivedReferral.execute(receiver, { referralId: id });
    expect(ended).toMatchObject({
      status: "withdrawn",
      reasonCode: null,
      reasonText: null,
      packet: { lines: [] },
    });
    await confirmReferralDestroyed.execute(receiver, { requestId: requestId(), referralId: id });
    expect((await getReferral.execute(coordinator, { referralId: id })).copiesDestroyedAt).not.toBeNull();
    const kinds = await world.behind<
      { kind: string }[]
    >`select kind from notice where subject_id = ${id} and user_id = ${receiver.actor.userId} order by id`;
    expect(kinds.map((row) => row.kind)).toEqual(["referral.received", "referral.ended"]);
  });

  it("never shows the partner a draft that was withdrawn", async () => {
    const id = await draftFor(world, await takeInWithConsent(world));
    await withdrawReferral.execute(world.people.coordinator, { ...(await seen(world, id)), reasonCode: "sender" });
    expect(await answerOf(getReceivedReferral.execute(world.partners.receiver, { referralId: id }))).toBe(
      "not_found kernel.not_found",
    );
    const notices = await world.behind`select 1 from notice where subject_id = ${id}`;
    expect(notices).toHaveLength(0);
  });

  it("takes a mistake out of the work lists for the supervisor alone, and keeps it in the case", async () => {
    const person = await takeInWithConsent(world);
    const id = await sentFor(world, person);
    const { supervisor, coordinator } = world.people;
    const input = { ...(await seen(world, id)), comment: "別の人の依頼でした" };
    expect(await answerOf(markReferralEnteredInError.execute(coordinator, input))).toBe(
      "forbidden referral.supervisor_only",
    );
    await markReferralEnteredInError.execute(supervisor, { ...input, requestId: requestId() });
    const work = await listReferrals.execute(coordinator, { pageSize: 100 });
    expect(work.items.map((item) => item.id)).not.toContain(id);
    const ended = await listReferrals.execute(coordinator, { stage: "ended", pageSize: 100 });
    expect(ended.items.length).toBeGreaterThan(0);
    expect(ended.items.every((item) => item.endedAt !== null && item.id !== id)).toBe(true);
    const held = await listReferrals.execute(coordinator, { stage: "with_partner", pageSize: 100 });
    expect(held.items.length).toBeGreaterThan(0);
    expect(held.items.every(({ status }) => status === "accepted" || status === "in_progress")).toBe(true);
    const { items } = await listReferralsForCase.execute(coordinator, { caseId: person.caseId });
    expect(items).toMatchObject([{ id, status: "entered_in_error" }]);
  });

  it("follows a declined referral with one open successor of the same person", async () => {
    const { coordinator } = world.people;
    const person = await takeInWithConsent(world);
    const first = await sentFor(world, person);
    const again = {
      requestId: requestId(),
      caseId: person.caseId,
      personId: person.personId,
      activityId: world.activityId,
      parentId: first,
    };
    expect(await answerOf(createReferralDraft.execute(coordinator, again))).toBe(
      "invalid_state referral.parent_still_open",
    );
    await declineReferral.execute(world.partners.receiver, {
      ...(await seen(world, first)),
      reasonCode: "no_capacity",
    });
    await createReferralDraft.execute(coordinator, { ...again, requestId: requestId() });
    expect(await answerOf(createReferralDraft.execute(coordinator, { ...again, requestId: requestId() }))).toBe(
      "conflict kernel.stale_version",
    );
  });
});
