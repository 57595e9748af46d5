import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { changeOwnPassword, getMe, resolveActor, signIn } from "../index.ts";
import {
  answerOf,
  appointAdministrator,
  enter,
  foundTestCity,
  openTestSystem,
  password,
  registerUser,
  requestId,
} from "../test-city.ts";

let world: Awaited<ReturnType<typeof openTestSystem>>;
let city: Awaited<ReturnType<typeof foundTestCity>>;
let administrator: Awaited<ReturnType<typeof appointAdministrator>>;

beforeAll(async () => {
  world = await openTestSystem();
  city = await foundTestCity(world.system, "kasugai");
  administrator = await appointAdministrator(world.system, city, "admin@example.jp");
});
afterAll(() => world.close());

const register = async (portal: "staff" | "partner"): Promise<string> => {
  const mail = `${portal}@example.jp`;
  await registerUser(administrator.context, { portal, mail });
  return mail;
};

describe("one's own password", () => {
  it("is changed with the current one, ends every session, and the new one opens", async () => {
    const mail = await register("partner");
    const first = await enter(world.system, { portal: "partner", mail });
    const second = await enter(world.system, { portal: "partner", mail });
    const as = { ...world.system, actor: first.actor };
    const newPassword = "aki no komichi wo aruku";
    expect(
      await answerOf(
        changeOwnPassword.execute(as, { requestId: requestId(), currentPassword: "natsu no komichi wo", newPassword }),
      ),
    ).toBe("forbidden identity.wrong_current_password");
    await changeOwnPassword.execute(as, { requestId: requestId(), currentPassword: password, newPassword });
    for (const { token } of [first, second]) {
      expect(await resolveActor(world.system, { portal: "partner", sessionToken: token })).toBeNull();
    }
    const attempt = { portal: "partner", mail, clientAddress: "198.51.100.7" } as const;
    expect(await answerOf(signIn(world.system, { ...attempt, password: newPassword }))).toBe("done");
    expect(await answerOf(signIn(world.system, { ...attempt, password }))).toBe(
      "unauthenticated identity.wrong_credentials",
    );
  });

  it("cannot be guessed from a session left open", async () => {
    const mail = await register("staff");
    const { actor } = await enter(world.system, { portal: "staff", mail });
    const guess = () =>
      answerOf(
        changeOwnPassword.execute(
          { ...world.system, actor },
          { requestId: requestId(), currentPassword: "a wrong guess of it", newPassword: "aki no komichi wo aruku" },
        ),
      );
    for (let tries = 0; tries < 5; tries += 1) expect(await guess()).toBe("forbidden identity.wrong_current_password");
    expect(await guess()).toBe("limit identity.too_many_attempts");
  });
});

describe("who is signed in", () => {
  it("is told name, city, department and the roles of today under the city's names", async () => {
    const me = await getMe.execute(administrator.context, {});
    expect(me).toMatchObject({
      id: administrator.userId,
      portal: "staff",
      city: { slug: "kasugai", name: "春日井市" },
      department: { id: city.departmentId, name: "地域共生推進課" },
      roles: [{ code: "platformAdministrator", label: "プラットフォーム管理者", scopeKind: "municipality" }],
      mustChangePassword: false,
      idleMinutes: 15,
      today: "2026-05-12",
    });
  });

  it("is told which lists open, so that the first page asks for nothing that would be refused", async () => {
    const me = await getMe.execute(administrator.context, {});
    expect(me.abilities).toEqual({
      listCases: "case.role_missing",
      openCase: "case.role_missing",
      listSubmittedActivities: true,
      listMemberships: true,
      listReferrals: "referral.role_missing",
      listReferralInbox: "referral.receiver_role_missing",
    });
  });
});
