import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  appointAdministrator,
  answerOf,
  enter,
  foundTestCity,
  openTestSystem,
  registerUser,
  requestId,
  secondsAfter,
} from "../identity/test-city.ts";
import type { Context } from "../kernel/index.ts";
import { discardDraft, discardExpiredDrafts, getDraft, saveDraft } from "./index.ts";

let world: Awaited<ReturnType<typeof openTestSystem>>;
let writer: Context;
let colleague: Context;
let partner: Context;
let worker: Context;

beforeAll(async () => {
  world = await openTestSystem();
  const { system } = world;
  const city = await foundTestCity(system, "kasugai");
  writer = (await appointAdministrator(system, city, "admin@example.jp")).context;
  const signedIn = async (mail: string, portal: "staff" | "partner"): Promise<Context> => {
    await registerUser(writer, { portal, mail });
    return { ...system, actor: (await enter(system, { portal, mail })).actor };
  };
  colleague = await signedIn("colleague@example.jp", "staff");
  partner = await signedIn("partner@example.jp", "partner");
  worker = { ...system, actor: { kind: "worker", municipalityId: city.id, job: "draft.discardExpired" } };
});
afterAll(() => world.close());

const key = { form: "intake", subject: "" } as const;
const content = { name: "架空 太郎", members: [{ relation: "mother", note: "  " }], isUrgent: false };
const save = (as: Context, own: object = content, subject = "") =>
  saveDraft.execute(as, { ...key, subject, content: own, requestId: requestId() });

describe("a draft", () => {
  it("comes back as it was typed, the last saving counting", async () => {
    await save(writer, { name: "架空" });
    await save(writer);
    expect(await getDraft.execute(writer, key)).toEqual({
      content,
      savedAt: new Date("2026-05-12T00:00:00Z"),
      keptUntilOn: "2026-05-26",
    });
  });

  it("lies in the database encrypted", async () => {
    await save(writer);
    const rows = await world.behind<{ text: string }[]>`select encode(ciphertext, 'escape') as text from draft`;
    expect(rows.length).toBeGreaterThan(0);
    const plain = Buffer.from("架空", "utf8").toString("hex");
    const [found] = await world.behind<Record<string, unknown>[]>`select count(*)::integer as n from draft
      where position(decode(${plain}, 'hex') in ciphertext) > 0`;
    expect(found).toEqual({ n: 0 });
  });

  it("is its writer's alone: neither colleague nor partner sees it, and saving does not mix them", async () => {
    await save(writer);
    expect(await getDraft.execute(colleague, key)).toBeNull();
    await save(colleague, { name: "別の人" });
    expect((await getDraft.execute(writer, key))?.content).toEqual(content);
    expect(await getDraft.execute(partner, key)).toBeNull();
  });

  it("does not open when its row is moved to another subject", async () => {
    await save(writer, content, "first");
    await world.behind`update draft set subject = 'second' where subject = 'first'`;
    expect(await answerOf(getDraft.execute(writer, { ...key, subject: "second" }))).toBe("internal kernel.internal");
    await world.behind`delete from draft where subject = 'second'`;
  });

  it("is gone when thrown away, and throwing away nothing is no error", async () => {
    await save(writer, content, "gone");
    for (let time = 0; time < 2; time += 1) {
      await discardDraft.execute(writer, { ...key, subject: "gone", requestId: requestId() });
    }
    expect(await getDraft.execute(writer, { ...key, subject: "gone" })).toBeNull();
  });

  it("is kept for fourteen days and then deleted by the worker", async () => {
    await save(writer, content, "old");
    const fortnight = 14 * 24 * 3600;
    const at = (seconds: number, as: Context = writer): Context => ({ ...as, clock: secondsAfter(seconds) });
    const old = { ...key, subject: "old" };
    expect(await getDraft.execute(at(fortnight - 1), old)).not.toBeNull();
    expect(await getDraft.execute(at(fortnight + 1), old)).toBeNull();
    await discardExpiredDrafts.execute(at(fortnight - 1, worker), { requestId: requestId() });
    expect(await getDraft.execute(writer, old)).not.toBeNull();
    await discardExpiredDrafts.execute(at(fortnight + 1, worker), { requestId: requestId() });
    expect(await getDraft.execute(writer, old)).toBeNull();
    expect(await answerOf(discardExpiredDrafts.execute(writer, { requestId: requestId() }))).toBe(
      "forbidden draft.worker_only",
    );
  });

  it("writes an audit entry without its content", async () => {
    const request = requestId();
    await saveDraft.execute(writer, { ...key, content, requestId: request });
    const rows = await world.behind<
      Record<string, unknown>[]
    >`select kind, action from audit_entry where request_id = ${request}`;
    expect([...rows]).toEqual([{ kind: "command", action: "draft.save" }]);
  });
});
