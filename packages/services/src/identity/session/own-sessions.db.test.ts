import { createSession } from "@tsunagari/auth";
import { patience, scaled } from "@tsunagari/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Context } from "../../kernel/index.ts";
import {
  changeOwnPassword,
  endOtherSessions,
  endOwnSession,
  endRole,
  getMe,
  getUser,
  listOwnSessions,
  resolveActor,
} from "../index.ts";
import {
  answerOf,
  appointAdministrator,
  enter,
  foundTestCity,
  giveRole,
  morning,
  openTestSystem,
  password,
  registerUser,
  requestId,
  secondsAfter,
} from "../test-city.ts";
import { mailsOf } from "../test-mail.ts";

const chrome =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0 Safari/537.36";

let world: Awaited<ReturnType<typeof openTestSystem>>;
let cityId: string;
let administrator: Awaited<ReturnType<typeof appointAdministrator>>;

beforeAll(async () => {
  world = await openTestSystem();
  const city = await foundTestCity(world.system, "kasugai");
  cityId = city.id;
  administrator = await appointAdministrator(world.system, city, "admin@example.jp");
});
afterAll(() => world.close());

let registered = 0;
const register = async () => {
  registered += 1;
  const mail = `sessions-${registered}@example.jp`;
  return { id: await registerUser(administrator.context, { portal: "staff", mail }), mail };
};
const at = (clock: string) => ({ ...world.system, clock });
const signInAt = async (mail: string, seconds = 0) => {
  const system = at(secondsAfter(seconds));
  const { token, actor } = await enter(system, { portal: "staff", mail });
  return { ...system, actor, sessionToken: token } satisfies Context;
};
const isAlive = async ({ sessionToken }: { sessionToken: string }, seconds = 0) =>
  (await resolveActor(at(secondsAfter(seconds)), { portal: "staff", sessionToken })) !== null;
const list = async (context: Context) => (await listOwnSessions.execute(context, {})).sessions;

describe("one's own sessions", () => {
  it("are listed newest first, with browser and times, this one marked, nobody else's among them", async () => {
    const { mail } = await register();
    await signInAt((await register()).mail);
    const first = await signInAt(mail);
    const second = await signInAt(mail, 60);
    await resolveActor(at(secondsAfter(60)), { portal: "staff", sessionToken: second.sessionToken, userAgent: chrome });
    expect(await list(second)).toMatchObject([
      {
        family: "chrome",
        system: "windows",
        signedInAt: new Date(secondsAfter(60)),
        lastSeenAt: new Date(secondsAfter(60)),
        isCurrent: true,
      },
      {
        family: "other",
        system: "other",
        signedInAt: new Date(morning),
        lastSeenAt: new Date(morning),
        isCurrent: false,
      },
    ]);
    expect((await list(first)).map(({ isCurrent }) => isCurrent)).toEqual([false, true]);
  });

  it("keep of a user agent its family only", async () => {
    const { mail } = await register();
    const { sessionToken } = await signInAt(mail);
    await resolveActor(world.system, { portal: "staff", sessionToken, userAgent: `himitsu-canary ${chrome}` });
    const rows = await world.behind`select * from auth_session`;
    expect(JSON.stringify(rows)).not.toContain("canary");
    expect(JSON.stringify(rows)).toContain("chrome/windows");
  });

  it("are ended one by one; another's cannot be", async () => {
    const { mail } = await register();
    const [here, there] = [await signInAt(mail), await signInAt(mail, 1)];
    const stranger = await signInAt((await register()).mail);
    const [other] = (await list(here)).filter(({ isCurrent }) => !isCurrent);
    const sessionId = other?.id ?? "";
    expect(await answerOf(endOwnSession.execute(stranger, { requestId: requestId(), sessionId }))).toBe(
      "not_found kernel.not_found",
    );
    expect(await isAlive(there)).toBe(true);
    await endOwnSession.execute(here, { requestId: requestId(), sessionId });
    expect([await isAlive(here), await isAlive(there)]).toEqual([true, false]);
  });

  it("are all ended but this one", async () => {
    const { mail } = await register();
    const [first, second, here] = [await signInAt(mail), await signInAt(mail, 1), await signInAt(mail, 2)];
    await endOtherSessions.execute(here, { requestId: requestId() });
    expect([await isAlive(first, 2), await isAlive(second, 2), await isAlive(here, 2)]).toEqual([false, false, true]);
  });

  it("are three at most: the one begun first ends, also where many begin at once", async () => {
    const { id, mail } = await register();
    const begun = [await signInAt(mail), await signInAt(mail, 1), await signInAt(mail, 2), await signInAt(mail, 3)];
    expect(await Promise.all(begun.map((session) => isAlive(session, 3)))).toEqual([false, true, true, true]);
    const owner = { portal: "staff", municipalityId: cityId, userId: id, assurance: 1 } as const;
    await Promise.all(Array.from({ length: 8 }, () => createSession(at(secondsAfter(4)), owner)));
    const [row] = await world.behind`select count(*)::int as sessions from auth_session where user_id = ${id}`;
    expect(row?.["sessions"]).toBe(3);
  });

  it.each([
    { name: "begun at different instants", clock: {} },
    { name: "all at the instant of a set clock", clock: { clock: secondsAfter(5) } },
  ])(
    "three that begin at once, $name, all open what they are for, whatever began before",
    async ({ clock }) => {
      const { mail } = await register();
      const { clock: _stands, ...base } = world.system;
      const system = { ...base, ...clock };
      const enterOnce = async () => {
        const { token, actor } = await enter(system, { portal: "staff", mail });
        return { ...system, actor, sessionToken: token } satisfies Context;
      };
      const rounds = scaled(5, 500);
      for (let round = 0; round < rounds; round += 1) {
        const begun = await Promise.all([enterOnce(), enterOnce(), enterOnce()]);
        const answers = await Promise.all(begun.map((context) => answerOf(getMe.execute(context, {}))));
        expect(answers, `round ${round}`).toEqual(["done", "done", "done"]);
        expect(await list(begun[0]), `round ${round}`).toHaveLength(3);
      }
    },
    patience(60),
  );
});

describe("when rights change", () => {
  it("the next request is given another token, and the one before is worth nothing ten seconds later", async () => {
    const { id, mail } = await register();
    const { sessionToken } = await signInAt(mail);
    const next = async (token: string, seconds: number) => {
      const given: string[] = [];
      const shown = {
        portal: "staff",
        sessionToken: token,
        onRotated: (fresh: string) => void given.push(fresh),
      } as const;
      const actor = await resolveActor(at(secondsAfter(seconds)), shown);
      return { actor, given };
    };
    expect((await next(sessionToken, 0)).given).toEqual([]);
    await giveRole(administrator.context, id, "adviser");
    const rotated = await next(sessionToken, 1);
    const [fresh = ""] = rotated.given;
    expect(rotated.actor?.roles).toHaveLength(1);
    expect(fresh).not.toBe(sessionToken);
    // A request that was under way is answered, and starts no second change.
    expect(await next(sessionToken, 10)).toMatchObject({ actor: { kind: "staff" }, given: [] });
    expect((await next(sessionToken, 12)).actor).toBeNull();
    expect((await next(fresh, 12)).actor).not.toBeNull();
    const user = await getUser.execute(administrator.context, { userId: id });
    const [role] = user.roles;
    await endRole.execute(administrator.context, {
      requestId: requestId(),
      userId: id,
      assignmentId: role?.id ?? "",
      version: role?.version ?? 0,
    });
    expect((await next(fresh, 13)).given).toHaveLength(1);
  });

  it("of many requests at once one changes the token", async () => {
    const { id, mail } = await register();
    const { sessionToken } = await signInAt(mail);
    await giveRole(administrator.context, id, "adviser");
    const given: string[] = [];
    const onRotated = (fresh: string) => void given.push(fresh);
    const actors = await Promise.all(
      Array.from({ length: 10 }, () => resolveActor(world.system, { portal: "staff", sessionToken, onRotated })),
    );
    expect(actors.every((actor) => actor !== null)).toBe(true);
    expect(given).toHaveLength(1);
  });

  it("a password of one's own that is changed ends every session and is told by mail", async () => {
    const { id, mail } = await register();
    const [here, there] = [await signInAt(mail), await signInAt(mail, 1)];
    await changeOwnPassword.execute(here, {
      requestId: requestId(),
      currentPassword: password,
      newPassword: "natsu no umi de oyogu",
    });
    expect([await isAlive(here), await isAlive(there)]).toEqual([false, false]);
    expect((await mailsOf(world, id)).map(({ template }) => template)).toEqual(["identity.passwordChanged"]);
  });
});
