import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deactivateUser } from "../identity/index.ts";
import {
  answerOf,
  appointAdministrator,
  enter,
  foundTestCity,
  morning,
  openTestSystem,
  registerUser,
  requestId,
  secondsAfter,
} from "../identity/test-city.ts";
import { inTransaction, layOutMail, newId, readClock, type Context } from "../kernel/index.ts";
import {
  deliverMail,
  discardMailTexts,
  listOutbox,
  retryMail,
  type Mailer,
  type MailOutcome,
  type OutgoingMail,
} from "./index.ts";

let world: Awaited<ReturnType<typeof openTestSystem>>;
let administrator: Awaited<ReturnType<typeof appointAdministrator>>;
let worker: Context;

beforeAll(async () => {
  world = await openTestSystem();
  const city = await foundTestCity(world.system, "kasugai");
  administrator = await appointAdministrator(world.system, city, "admin@example.jp");
  worker = { ...world.system, actor: { kind: "worker", municipalityId: city.id, job: "notice.deliver-mail" } };
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.behind`delete from outbox_mail`;
});

const at = (seconds: number): Context => ({ ...worker, clock: secondsAfter(seconds) });
const minute = 60;
const day = 24 * 60 * minute;

const lay = (subject: string, template = "referral.received", body = "本文\n/partner/referrals/1") =>
  inTransaction(worker, async (tx) => {
    const { now } = await readClock(tx);
    const step = { tx, keys: worker.keys, municipalityId: worker.actor.municipalityId ?? "", now };
    await layOutMail(step, {
      userId: administrator.userId,
      template,
      onceKey: newId<"once">(),
      text: { subject, body },
    });
  });

/** A server that answers as it is told, and keeps what it was handed. */
const answering = (answer: (mail: OutgoingMail) => MailOutcome | Promise<MailOutcome>) => {
  const handed: OutgoingMail[] = [];
  const mailer: Mailer = {
    send: async (mail) => {
      handed.push(mail);
      return answer(mail);
    },
  };
  return { mailer, handed };
};
const accepting = () => answering(() => "sent");
const list = async (state?: "waiting" | "sent" | "failed") =>
  (await listOutbox.execute(administrator.context, state === undefined ? {} : { state })).items;

describe("the worker", () => {
  it("sends what waits to the address the account has now, once", async () => {
    await lay("一通目");
    await lay("二通目");
    const { mailer, handed } = accepting();
    expect(await deliverMail(worker, mailer)).toEqual({ sent: 2, failed: 0 });
    expect(await deliverMail(worker, mailer)).toEqual({ sent: 0, failed: 0 });
    expect(handed.map(({ to, subject }) => ({ to, subject }))).toEqual([
      { to: "admin@example.jp", subject: "一通目" },
      { to: "admin@example.jp", subject: "二通目" },
    ]);
    expect(await list("sent")).toHaveLength(2);
  });

  it("sends each mail once, though several run at the same time", async () => {
    for (let count = 0; count < 25; count += 1) await lay(`第${count}通`);
    const { mailer, handed } = answering(
      () => new Promise<MailOutcome>((resolve) => void setTimeout(() => resolve("sent"), 5)),
    );
    await Promise.all([deliverMail(worker, mailer), deliverMail(worker, mailer), deliverMail(worker, mailer)]);
    await deliverMail(worker, mailer);
    expect(handed).toHaveLength(25);
    expect(new Set(handed.map(({ key }) => key)).size).toBe(25);
  });

  it("killed while sending tries again after its lease, under the same key", async () => {
    await lay("途中");
    const dying = answering(() => Promise.reject(new Error("killed")));
    await expect(deliverMail(worker, dying.mailer)).rejects.toThrow("killed");
    const { mailer, handed } = accepting();
    await deliverMail(at(10 * minute - 1), mailer);
    expect(handed).toEqual([]);
    await deliverMail(at(10 * minute), mailer);
    expect(handed.map(({ key }) => key)).toEqual(dying.handed.map(({ key }) => key));
  });

  it("waits 1, 5, 25 … minutes, gives up after eight tries, and the screen says why", async () => {
    await lay("断られる");
    const { mailer, handed } = answering(() => "refused_for_now");
    let seconds = 0;
    for (const wait of [1, 5, 25, 125, 625, 720, 720]) {
      await deliverMail(at(seconds), mailer);
      await deliverMail(at(seconds + wait * minute - 1), mailer);
      seconds += wait * minute;
    }
    expect(handed).toHaveLength(7);
    await deliverMail(at(seconds), mailer);
    await deliverMail(at(seconds + 30 * day), mailer);
    expect(handed).toHaveLength(8);
    const [mail] = await list("failed");
    expect(mail).toMatchObject({
      state: "failed",
      failure: "refused_for_now",
      attempts: 8,
      abilities: { retryMail: true },
    });
  });

  it("stops at a server that is away and takes no try from the mails behind", async () => {
    await lay("一通目");
    await lay("二通目");
    const { mailer, handed } = answering(() => "unreachable");
    await deliverMail(worker, mailer);
    expect(handed).toHaveLength(1);
    expect(new Set((await list("waiting")).map(({ attempts }) => attempts))).toEqual(new Set([0, 1]));
  });

  it("sends nothing to an account that is stopped", async () => {
    const id = await registerUser(administrator.context, { portal: "staff", mail: "gone@example.jp" });
    await world.behind`delete from outbox_mail`;
    await lay("だれにも");
    await world.behind`update outbox_mail set user_id = ${id}`;
    const [row] = await world.behind`select version from user_account where id = ${id}`;
    await deactivateUser.execute(administrator.context, {
      requestId: requestId(),
      userId: id,
      version: Number(row?.["version"]),
    });
    const { mailer, handed } = accepting();
    await deliverMail(worker, mailer);
    expect(handed).toEqual([]);
    expect(await list("failed")).toMatchObject([{ failure: "no_recipient" }]);
  });

  it("is the only one that may", async () => {
    expect(await answerOf(deliverMail(administrator.context, accepting().mailer))).toBe("forbidden notice.clock_only");
  });
});

describe("a mail that was left", () => {
  it("is tried again when an administrator says so, as often as a new one", async () => {
    await lay("もう一度");
    await deliverMail(worker, answering(() => "unreadable").mailer);
    const [mail] = await list("failed");
    const mailId = mail?.id ?? "";
    await retryMail.execute(administrator.context, { requestId: requestId(), mailId });
    expect(await list("waiting")).toMatchObject([{ attempts: 0, failure: null }]);
    const { mailer, handed } = accepting();
    await deliverMail(worker, mailer);
    expect(handed.map(({ key }) => key)).toEqual([mailId]);
    expect(await answerOf(retryMail.execute(administrator.context, { requestId: requestId(), mailId }))).toBe(
      "invalid_state notice.mail_not_left",
    );
  });

  it("can be tried again by nobody else", async () => {
    await registerUser(administrator.context, { portal: "staff", mail: "other@example.jp" });
    const { actor } = await enter(world.system, { portal: "staff", mail: "other@example.jp" });
    const attempt = retryMail.execute({ ...world.system, actor }, { requestId: requestId(), mailId: newId() });
    expect(await answerOf(attempt)).toBe("forbidden notice.mail_administrator_only");
  });
});

describe("the text of a mail", () => {
  const link = `/staff/set-password#${"a".repeat(43)}`;

  it("is deleted with sending where it holds a link, else after thirty days", async () => {
    await lay("招待", "identity.invitation", link);
    await lay("お知らせ");
    await deliverMail(worker, accepting().mailer);
    const bodies = async () => (await list()).map(({ kind, body }) => [kind, body === null]);
    expect(await bodies()).toEqual([
      ["referral.received", false],
      ["identity.invitation", true],
    ]);
    const discard = (seconds: number) => discardMailTexts.execute(at(seconds), { requestId: requestId() });
    await discard(30 * day - 1);
    expect((await bodies())[0]).toEqual(["referral.received", false]);
    await discard(30 * day);
    expect((await bodies())[0]).toEqual(["referral.received", true]);
  });

  it("of a link that was never sent is deleted when the link is worthless", async () => {
    await lay("招待", "identity.invitation", link);
    await lay("お知らせ");
    await discardMailTexts.execute(at(7 * day), { requestId: requestId() });
    expect((await list("waiting")).map(({ kind, body }) => [kind, body === null])).toEqual([
      ["referral.received", false],
      ["identity.invitation", true],
    ]);
  });

  it("shows a link in a demo only: in production no administrator could open another's account", async () => {
    await lay("招待", "identity.invitation", link);
    expect((await list())[0]?.body).toBe(link);
    await world.behind`delete from app.environment`;
    try {
      const [mail] = await list();
      expect(mail?.body).toBe("/staff/set-password#…");
      expect(mail?.isLinkHidden).toBe(true);
    } finally {
      await world.behind`insert into app.environment (kind) values ('test')`;
    }
  });
});

it("the outbox says that nobody sends when a mail has waited an hour untried", async () => {
  await lay("待っている");
  const asked = async (clock: string) =>
    (await listOutbox.execute({ ...administrator.context, clock }, {})).isNobodySending;
  expect(await asked(morning)).toBe(false);
  expect(await asked(secondsAfter(3600))).toBe(true);
});
