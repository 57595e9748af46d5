import { totpCode } from "@tsunagari/auth";
import { stepUpActions } from "@tsunagari/domain";
import type { Portal } from "@tsunagari/domain/identity";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  beginStepUp,
  beginTotp,
  confirmTotp,
  getMe,
  issuePassword,
  listUsers,
  removeTotp,
  resolveActor,
  stepUp,
} from "../index.ts";
import type { System } from "../../kernel/index.ts";
import {
  answerOf,
  appointAdministrator,
  enter,
  foundTestCity,
  morning,
  openTestSystem,
  password,
  registerUser,
  requestId,
  secondsAfter,
} from "../test-city.ts";
import { origin } from "../second-factor/test-authenticator.ts";

let world: Awaited<ReturnType<typeof openTestSystem>>;
let administrator: Awaited<ReturnType<typeof appointAdministrator>>;
let cityId: string;

beforeAll(async () => {
  world = await openTestSystem();
  const city = await foundTestCity(world.system, "kasugai");
  cityId = city.id;
  administrator = await appointAdministrator(world.system, city, "admin@example.jp");
});
afterAll(() => world.close());

const at = (clock: string): System => ({ ...world.system, clock });
const set = (key: string, value: string | number) => world.behind`
  insert into municipality_setting (municipality_id, id, key, value)
  values (${cityId}, gen_random_uuid(), ${key}, ${world.behind.json(value)})
  on conflict do nothing`;
const unset = () => world.behind`delete from municipality_setting`;

const contextAt = async (clock: string, sessionToken: string, portal: Portal = "staff") => {
  const actor = await resolveActor(at(clock), { portal, sessionToken });
  if (!actor) throw new Error("nobody is signed in");
  return { ...at(clock), actor, origin };
};

const issue = async (clock: string, token: string, userId: string) => {
  const [row] = await world.behind<{ version: number }[]>`select version from user_account where id = ${userId}`;
  const wish = { requestId: requestId(), userId, version: row?.version ?? 0 };
  return { wish, answer: await answerOf(issuePassword.execute(await contextAt(clock, token), wish)) };
};

const needed = "forbidden kernel.step_up_needed";

describe("an act that opens or discloses something", () => {
  it("is done within five minutes of signing in by the database's clock, not a second later", async () => {
    const userId = await registerUser(administrator.context, { portal: "staff", mail: "other@example.jp" });
    const { token } = await enter(world.system, { portal: "staff", mail: administrator.mail });
    expect((await issue(secondsAfter(299), token, userId)).answer).toBe("done");
    expect((await issue(secondsAfter(300), token, userId)).answer).toBe(needed);
  });

  it("goes on with the same request id once it was shown again who one is, and the token before is dead", async () => {
    const userId = await registerUser(administrator.context, { portal: "staff", mail: "again@example.jp" });
    const { token } = await enter(world.system, { portal: "staff", mail: administrator.mail });
    const late = secondsAfter(10 * 60);
    const { wish, answer } = await issue(late, token, userId);
    expect(answer).toBe(needed);
    const context = await contextAt(late, token);
    expect(await beginStepUp(context)).toEqual({ hasTotp: false, passkeyOptions: null });
    const show = (given: string) =>
      stepUp(context, { sessionToken: token, input: { answer: { kind: "password", password: given } } });
    expect(await answerOf(show("aki no komichi wo aruku"))).toBe("forbidden identity.wrong_current_password");
    const { sessionToken } = await show(password);
    expect(await resolveActor(at(late), { portal: "staff", sessionToken: token })).toBeNull();
    const renewed = await contextAt(late, sessionToken);
    expect(await answerOf(issuePassword.execute(renewed, wish))).toBe("done");
    // How long the session may live at most has not changed.
    const end = await world.behind<{ ends: Date }[]>`
      select max(expires_at) as ends from auth_session where user_id = ${administrator.userId} and authenticated_at = ${late}`;
    expect(end[0]?.ends).toEqual(new Date(secondsAfter(12 * 3600)));
  });

  it("is asked for earlier where the city has shortened the time, never later", async () => {
    const userId = await registerUser(administrator.context, { portal: "staff", mail: "short@example.jp" });
    const { token } = await enter(world.system, { portal: "staff", mail: administrator.mail });
    await set("stepUpMinutes", 2);
    expect((await issue(secondsAfter(119), token, userId)).answer).toBe("done");
    expect((await issue(secondsAfter(120), token, userId)).answer).toBe(needed);
    await unset();
    await set("stepUpMinutes", 60);
    expect((await issue(secondsAfter(300), token, userId)).answer).toBe(needed);
    await unset();
  });

  it("is not asked about before the policy: who may not do it is told that", async () => {
    const mail = "plain@example.jp";
    const userId = await registerUser(administrator.context, { portal: "staff", mail });
    const { token } = await enter(world.system, { portal: "staff", mail });
    const late = await contextAt(secondsAfter(10 * 60), token);
    const wish = { requestId: requestId(), userId, version: 1 };
    expect(await answerOf(issuePassword.execute(late, wish))).toBe("forbidden identity.administrator_only");
  });

  it("can be guessed at no more than a password can", async () => {
    const mail = "guessed@example.jp";
    await registerUser(administrator.context, { portal: "staff", mail });
    const { token } = await enter(world.system, { portal: "staff", mail });
    const context = await contextAt(morning, token);
    const guess = () =>
      answerOf(stepUp(context, { sessionToken: token, input: { answer: { kind: "password", password: "x" } } }));
    const answers = await Promise.all(Array.from({ length: 20 }, guess));
    expect(answers.filter((answer) => answer === "forbidden identity.wrong_current_password")).toHaveLength(5);
    expect(await guess()).toBe("limit identity.too_many_attempts");
  });

  it("stands on one list, which a worker passes by having nothing to show", () => {
    expect(stepUpActions).toContain("referral.send");
    expect(new Set(stepUpActions).size).toBe(stepUpActions.length);
  });
});

describe("a city that requires a second factor", () => {
  it("lets who has none do nothing but get one, and everything afterwards; the last one stays", async () => {
    const mail = "required@example.jp";
    await registerUser(administrator.context, { portal: "staff", mail });
    const { token } = await enter(world.system, { portal: "staff", mail: administrator.mail });
    expect(await answerOf(listUsers.execute(await contextAt(morning, token), { page: 1, pageSize: 20 }))).toBe("done");
    await set("staffSecondFactor", "required");
    const bare = await contextAt(morning, token);
    expect(bare.actor).toMatchObject({ assurance: 0, roles: [] });
    expect(await answerOf(listUsers.execute(bare, { page: 1, pageSize: 20 }))).toBe(
      "forbidden kernel.second_factor_needed",
    );
    expect(await getMe.execute(bare, {})).toMatchObject({ mustEnroll: true });
    const { begun } = await beginTotp.execute(bare, { requestId: requestId() });
    const code = totpCode(begun?.secret ?? "", new Date(morning));
    const { sessionToken } = await confirmTotp.execute(bare, { requestId: requestId(), code });
    const full = await contextAt(morning, sessionToken ?? "");
    expect(full.actor).toMatchObject({ assurance: 2 });
    expect(await answerOf(listUsers.execute(full, { page: 1, pageSize: 20 }))).toBe("done");
    expect(await answerOf(removeTotp.execute(full, { requestId: requestId() }))).toBe(
      "forbidden identity.last_required_factor",
    );
    // A partner of the same city is asked for nothing.
    await registerUser(full, { portal: "partner", mail: "partner@example.jp" });
    const partner = await enter(world.system, { portal: "partner", mail: "partner@example.jp" });
    expect(partner.actor.assurance).toBe(1);
    await unset();
  });
});
