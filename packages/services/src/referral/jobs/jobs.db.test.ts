import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listNotices, listOutbox } from "../../notice/index.ts";
import {
  endReferralsOfLapsedConsents,
  expireOverdueReferrals,
  getReceivedReferral,
  remindFollowUps,
  remindUnansweredReferrals,
  remindWaitlistReviews,
  completeReferral,
  startReferral,
  waitlistReferral,
} from "../index.ts";
import {
  acceptedFor,
  answerOf,
  on,
  openWorld,
  placesOf,
  seen,
  sentFor,
  statusOf,
  takeInWithConsent,
  type World,
} from "../test-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const kindsOf = async (userId: string, referralId: string) => {
  const rows = await world.behind<
    { kind: string }[]
  >`select kind from notice where user_id = ${userId} and subject_id = ${referralId} order by created_at, id`;
  return rows.map((row) => row.kind);
};
const receiverId = () => world.partners.receiver.actor.userId;
const coordinatorId = () => world.people.coordinator.actor.userId;

describe("the worker's jobs", () => {
  it("remind the partner after 2 and the coordinator after 5 business days, once each", async () => {
    const id = await sentFor(world, await takeInWithConsent(world));
    expect(await remindUnansweredReferrals(on(world.worker, "2026-05-13"))).toEqual({ done: 0 });
    await remindUnansweredReferrals(on(world.worker, "2026-05-14"));
    await remindUnansweredReferrals(on(world.worker, "2026-05-15"));
    expect(await kindsOf(receiverId(), id)).toEqual(["referral.received", "referral.reminder"]);
    expect(await kindsOf(coordinatorId(), id)).toEqual([]);
    await remindUnansweredReferrals(on(world.worker, "2026-05-19"));
    expect(await kindsOf(coordinatorId(), id)).toEqual(["referral.no_answer_yet"]);
    expect(await remindUnansweredReferrals(on(world.worker, "2026-05-20"))).toEqual({ done: 0 });
  });

  it("expire what nobody answered on the day after it was due, and tell both sides", async () => {
    const id = await sentFor(world, await takeInWithConsent(world));
    await expireOverdueReferrals(on(world.worker, "2026-06-01"));
    expect(await statusOf(world, id)).toBe("sent");
    const { done } = await expireOverdueReferrals(on(world.worker, "2026-06-02"));
    expect(done).toBeGreaterThan(0);
    expect(await expireOverdueReferrals(on(world.worker, "2026-06-02"))).toEqual({ done: 0 });
    expect(await statusOf(world, id)).toBe("expired");
    expect(await kindsOf(coordinatorId(), id)).toContain("referral.expired_unanswered");
    const closed = await getReceivedReferral.execute(on(world.partners.receiver, "2026-06-02"), { referralId: id });
    expect(closed).toMatchObject({ reasonCode: "no_response", packet: { lines: [] } });
    const [entry] =
      await world.behind`select e.actor_kind, e.job from audit_entry e join audit_subject s on s.audit_id = e.id
      where e.action = 'referral.expire' and s.subject_id = ${id}`;
    expect(entry).toEqual({ actor_kind: "worker", job: "referral" });
  });

  it("end open referrals of consents that have run out, and give their places back", async () => {
    const before = await placesOf(world, world.activityId);
    const id = await acceptedFor(world, await takeInWithConsent(world, { lastOn: "2026-05-20" }));
    await endReferralsOfLapsedConsents(on(world.worker, "2026-05-20"));
    expect(await statusOf(world, id)).toBe("accepted");
    expect(await endReferralsOfLapsedConsents(on(world.worker, "2026-05-21"))).toEqual({ done: 1 });
    expect(await statusOf(world, id)).toBe("withdrawn");
    expect(await placesOf(world, world.activityId)).toBe(before);
    expect(await kindsOf(receiverId(), id)).toContain("referral.ended");
  });

  it("ask for a review of the waiting list every 30 days, once each", async () => {
    const id = await sentFor(world, await takeInWithConsent(world));
    await waitlistReferral.execute(world.partners.receiver, await seen(world, id));
    for (const day of ["2026-06-10", "2026-06-11", "2026-06-12", "2026-07-11"])
      await remindWaitlistReviews(on(world.worker, day));
    expect(await kindsOf(receiverId(), id)).toEqual([
      "referral.received",
      "referral.waitlist_review",
      "referral.waitlist_review",
    ]);
  });

  it("ask how things are 30 and 90 days after settling, once each", async () => {
    const id = await acceptedFor(world, await takeInWithConsent(world));
    const { receiver } = world.partners;
    await startReferral.execute(receiver, { ...(await seen(world, id)), firstContactOn: "2026-05-12" });
    await completeReferral.execute(receiver, {
      ...(await seen(world, id)),
      outcomeCode: "settled",
      serviceGiven: "通っている",
    });
    for (const day of ["2026-06-10", "2026-06-11", "2026-06-12", "2026-08-10", "2026-08-11"])
      await remindFollowUps(on(world.worker, day));
    const asked = (await kindsOf(coordinatorId(), id)).filter((kind) => kind === "referral.follow_up_due");
    expect(asked).toHaveLength(2);
  });
});

describe("notices and mail", () => {
  it("carry no name, no contact and no text of anybody's", async () => {
    const id = await acceptedFor(world, await takeInWithConsent(world));
    const notices = await listNotices.execute(world.partners.receiver, { pageSize: 100 });
    expect(notices.items.find((item) => item.subjectId === id)).toMatchObject({
      kind: "referral.received",
      path: `/partner/referrals/${id}`,
    });
    const outbox = await listOutbox.execute(world.people.administrator, { pageSize: 100 });
    expect(outbox.total).toBeGreaterThan(0);
    expect(
      outbox.items.some(
        (mail) => mail.body?.includes(`/partner/referrals/${id}`) === true && mail.recipient === "みんなの食堂（架空）",
      ),
    ).toBe(true);
    expect(JSON.stringify([notices, outbox])).not.toMatch(/花子|はなこ|料理|静かな|0568|架空町|受入 /u);
    const stored = await world.behind<{ ciphertext: Buffer }[]>`select ciphertext from outbox_mail`;
    for (const mail of stored) expect(mail.ciphertext.toString("utf8")).not.toContain("つなぎ");
  });

  it("show the outbox to nobody who works on cases", async () => {
    expect(await answerOf(listOutbox.execute(world.people.coordinator, {}))).toBe(
      "forbidden notice.administrator_only",
    );
    expect(await answerOf(listOutbox.execute(world.partners.receiver, {}))).toBe("forbidden notice.administrator_only");
  });
});
