import { asId } from "@tsunagari/domain";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withdrawConsent } from "../consent/index.ts";
import { discardExpiredDrafts, getDraft, saveDraft } from "../draft/index.ts";
import type { Context } from "../kernel/index.ts";
import { listReferralHistory, listReferralInbox } from "./receiver/list-received.ts";
import {
  answerOnReferral,
  askOnReferral,
  getReceivedReferral,
  previewReferral,
  acceptReferral,
  sendReferral,
  unacceptReferral,
} from "./index.ts";
import {
  acceptedFor,
  answerOf,
  draftFor,
  openWorld,
  packet,
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

const fieldsOf = (lines: readonly { readonly field: string }[]) => lines.map((line) => line.field);
describe("questions on a referral", () => {
  it("go both ways in any open state, change none, and name nobody before acceptance", async () => {
    const { receiver } = world.partners;
    const { coordinator } = world.people;
    const id = await sentFor(world, await takeInWithConsent(world));
    await askOnReferral.execute(receiver, { requestId: requestId(), referralId: id, text: "送迎は必要ですか" });
    const naming = { requestId: requestId(), referralId: id, text: "花子さんは自分で来られます" };
    expect(await answerOf(answerOnReferral.execute(coordinator, naming))).toBe(
      "invalid_input referral.text_names_person",
    );
    await answerOnReferral.execute(coordinator, { requestId: requestId(), referralId: id, text: "必要ありません" });
    const open = await getReceivedReferral.execute(receiver, { referralId: id });
    expect(open.messages.map(({ author, text }) => `${author}: ${text}`)).toEqual([
      "partner: 送迎は必要ですか",
      "staff: 必要ありません",
    ]);
    expect(open.status).toBe("sent");

    await acceptReferral.execute(receiver, { ...(await seen(world, id)), ...yes });
    await answerOnReferral.execute(coordinator, { ...naming, requestId: requestId() });
    expect((await getReceivedReferral.execute(receiver, { referralId: id })).messages).toHaveLength(3);
    await unacceptReferral.execute(receiver, { ...(await seen(world, id)), note: "都合により" });
    // What was written while the person was known closes with step 2.
    expect((await getReceivedReferral.execute(receiver, { referralId: id })).messages).toHaveLength(2);
  });

  it("that the receiver has half written ends with the packet, at the next reading or at night (D-31)", async () => {
    const { receiver } = world.partners;
    const worker: Context = { ...receiver, actor: { kind: "worker", municipalityId: world.city.id, job: "draft" } };
    const about = async () => {
      const person = await takeInWithConsent(world);
      const referralId = await acceptedFor(world, person);
      return { person, referralId, key: { form: "referralMessage", subject: referralId } };
    };
    const write = ({ key, referralId }: Pick<Awaited<ReturnType<typeof about>>, "key" | "referralId">) =>
      answerOf(
        saveDraft.execute(receiver, { ...key, referralId, content: { text: "花子さん" }, requestId: requestId() }),
      );
    const kept = async (form: string) => {
      const rows = await world.behind<{ subject: string }[]>`select subject from draft where form = ${form}`;
      return rows.map(({ subject }) => subject);
    };
    const [read, unread, open] = [await about(), await about(), await about()];
    for (const one of [read, unread, open]) expect(await write(one)).toBe("done");
    await saveDraft.execute(receiver, { form: "activity", subject: "", content: { a: 1 }, requestId: requestId() });
    for (const { person } of [read, unread]) {
      const grantId = asId<"consentGrant">(person.grantId);
      await withdrawConsent.execute(world.people.coordinator, { requestId: requestId(), grantId });
    }
    expect(await kept("referralMessage")).toHaveLength(3);
    expect(await getDraft.execute(receiver, read.key)).toBeNull();
    expect(await kept("referralMessage")).toEqual([unread.referralId, open.referralId]);
    expect(await write(unread)).toBe("not_found kernel.not_found");
    await discardExpiredDrafts.execute(worker, { requestId: requestId() });
    expect(await kept("referralMessage")).toEqual([open.referralId]);
    expect((await getDraft.execute(receiver, open.key))?.content).toEqual({ text: "花子さん" });
    expect(await kept("activity")).toEqual([""]);
  });
});

describe("the preview", () => {
  it("is what the partner reads, line for line, in both steps", async () => {
    const { receiver } = world.partners;
    const id = await draftFor(world, await takeInWithConsent(world));
    const preview = (asStep: 1 | 2) => previewReferral.execute(world.people.coordinator, { referralId: id, asStep });
    const [one, two] = [await preview(1), await preview(2)];
    await sendReferral.execute(world.people.coordinator, await seen(world, id));
    expect((await getReceivedReferral.execute(receiver, { referralId: id })).packet).toEqual(one.packet);
    await acceptReferral.execute(receiver, { ...(await seen(world, id)), ...yes });
    expect((await getReceivedReferral.execute(receiver, { referralId: id })).packet).toEqual(two.packet);
  });

  it("leaves out what the consent and the protection would withhold", async () => {
    const person = await takeInWithConsent(world, { dataGroups: ["wishes"] });
    const id = await draftFor(world, person, { packet });
    const { packet: shown } = await previewReferral.execute(world.people.coordinator, { referralId: id, asStep: 2 });
    expect(fieldsOf(shown.lines)).toEqual(["wishes", "times", "staffContact"]);
  });
});

describe("the partner's lists", () => {
  it("put what has to be answered first, and can be asked for one state", async () => {
    const { receiver } = world.partners;
    await acceptedFor(world, await takeInWithConsent(world));
    await sentFor(world, await takeInWithConsent(world));
    const statuses = (await listReferralInbox.execute(receiver, { pageSize: 100 })).items.map(({ status }) => status);
    expect(statuses.indexOf("accepted")).toBeGreaterThan(statuses.lastIndexOf("sent"));
    const accepted = await listReferralInbox.execute(receiver, { status: "accepted", pageSize: 100 });
    expect(accepted.items.map(({ status }) => status)).toEqual(statuses.filter((status) => status === "accepted"));
    expect(accepted.total).toBe(accepted.items.length);
  });

  it("lead to a page that says before the answer that no place is left, and how many are (D-30)", async () => {
    const { receiver } = world.partners;
    const activityId = await world.addActivity(1);
    const waiting = await sentFor(world, await takeInWithConsent(world), { activityId });
    const before = await getReceivedReferral.execute(receiver, { referralId: waiting });
    expect([before.placesFree, before.abilities.accept]).toEqual([1, true]);
    const taken = await acceptedFor(world, await takeInWithConsent(world), { activityId });
    const after = await getReceivedReferral.execute(receiver, { referralId: waiting });
    expect([after.placesFree, after.abilities.accept]).toEqual([0, "referral.no_place_left"]);
    expect((await getReceivedReferral.execute(receiver, { referralId: taken })).abilities.start).toBe(true);
  });

  it("agree with what can be opened, and hold no field of a packet", async () => {
    const { receiver } = world.partners;
    const inbox = await listReferralInbox.execute(receiver, { pageSize: 100 });
    const history = await listReferralHistory.execute(receiver, { pageSize: 100 });
    const listed = [...inbox.items, ...history.items].map((item) => item.id);
    const all = await world.behind<
      { id: string }[]
    >`select id from referral where organization_id = ${world.organizationId}`;
    for (const { id } of all) {
      const answer = await answerOf(getReceivedReferral.execute(receiver, { referralId: id }));
      expect(answer === "done").toBe(listed.some((one) => one === id));
    }
    expect(JSON.stringify([inbox, history])).not.toMatch(/花子|料理|0568/u);
  });
});
