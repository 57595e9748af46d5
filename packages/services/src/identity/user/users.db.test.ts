import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  assignRole,
  createUser,
  deactivateUser,
  endRole,
  getMe,
  getUser,
  issuePassword,
  listUsers,
  reactivateUser,
  resolveActor,
  signIn,
} from "../index.ts";
import {
  answerOf,
  appointAdministrator,
  enter,
  foundTestCity,
  giveRole,
  openTestSystem,
  registerUser,
  requestId,
  secondsAfter,
  unknownId,
} from "../test-city.ts";

let world: Awaited<ReturnType<typeof openTestSystem>>;
let city: Awaited<ReturnType<typeof foundTestCity>>;
let administrator: Awaited<ReturnType<typeof appointAdministrator>>;
let elsewhere: Awaited<ReturnType<typeof appointAdministrator>>;

beforeAll(async () => {
  world = await openTestSystem();
  city = await foundTestCity(world.system, "kasugai");
  administrator = await appointAdministrator(world.system, city, "admin@example.jp");
  elsewhere = await appointAdministrator(
    world.system,
    await foundTestCity(world.system, "iruma"),
    "admin@iruma.example.jp",
  );
});
afterAll(() => world.close());

let count = 0;
const register = async (portal: "staff" | "partner" = "staff") => {
  count += 1;
  const mail = `user${count}@example.jp`;
  return { mail, id: await registerUser(administrator.context, { portal, mail }) };
};
const versionOf = async (userId: string): Promise<number> => {
  const [row] = await world.behind<{ version: number }[]>`select version from user_account where id = ${userId}`;
  return row?.version ?? 0;
};
const target = async (userId: string) => ({ requestId: requestId(), userId, version: await versionOf(userId) });
const role = (userId: string) =>
  ({
    requestId: requestId(),
    userId,
    code: "caseCoordinator",
    scopeKind: "municipality",
    scopeId: null,
    sinceOn: "2026-04-01",
    untilOn: null,
  }) as const;
const entriesOf = (request: string) =>
  world.behind<{ kind: string; action: string; user_id: string }[]>`
    select kind, action, user_id from audit_entry where request_id = ${request}`;

describe("every command on users", () => {
  it("writes one audit entry that names the administrator and the user", async () => {
    const { id } = await register();
    const assigned = role(id);
    const { id: assignmentId } = await assignRole.execute(administrator.context, assigned);
    const steps = [
      ["identity.assignRole", assigned.requestId],
      ["identity.endRole", requestId()],
      ["identity.issuePassword", requestId()],
      ["identity.deactivateUser", requestId()],
      ["identity.reactivateUser", requestId()],
    ] as const;
    const as = administrator.context;
    await endRole.execute(as, { requestId: steps[1][1], userId: id, assignmentId, version: 1 });
    await issuePassword.execute(as, { ...(await target(id)), requestId: steps[2][1] });
    await deactivateUser.execute(as, { ...(await target(id)), requestId: steps[3][1] });
    await reactivateUser.execute(as, { ...(await target(id)), requestId: steps[4][1] });
    for (const [action, request] of steps) {
      expect([...(await entriesOf(request))], action).toEqual([
        { kind: "command", action, user_id: administrator.userId },
      ]);
    }
    const subjects = await world.behind<
      Record<string, unknown>[]
    >`select distinct kind from audit_subject where subject_id = ${id}`;
    expect(subjects.map((row) => row["kind"])).toEqual(["user"]);
  });

  it("is conflict on an outdated view, and changes nothing", async () => {
    const { id } = await register();
    const stale = { ...(await target(id)), version: 99 };
    for (const command of [deactivateUser, issuePassword]) {
      expect(await answerOf(command.execute(administrator.context, { ...stale, requestId: requestId() }))).toBe(
        "conflict kernel.stale_version",
      );
    }
    const { id: assignmentId } = await giveRole(administrator.context, id, "supervisor");
    expect(
      await answerOf(
        endRole.execute(administrator.context, { requestId: requestId(), userId: id, assignmentId, version: 7 }),
      ),
    ).toBe("conflict kernel.stale_version");
    const [row] = await world.behind<Record<string, unknown>[]>`select status, until_on from user_account u
      join role_assignment r on r.user_id = u.id where u.id = ${id}`;
    expect(row).toMatchObject({ status: "active", until_on: null });
  });

  it("finds no user of another city, and none that does not exist, with the same answer", async () => {
    const { id } = await register();
    for (const userId of [id, unknownId<"user">()]) {
      const wish = { requestId: requestId(), userId, version: 1 };
      expect(await answerOf(deactivateUser.execute(elsewhere.context, wish))).toBe("not_found kernel.not_found");
      expect(await answerOf(issuePassword.execute(elsewhere.context, { ...wish, requestId: requestId() }))).toBe(
        "not_found kernel.not_found",
      );
      expect(await answerOf(assignRole.execute(elsewhere.context, role(userId)))).toBe("not_found kernel.not_found");
      expect(await answerOf(getUser.execute(elsewhere.context, { userId }))).toBe("not_found kernel.not_found");
    }
    const { users } = await listUsers.execute(elsewhere.context, {});
    expect(users.map((user) => user.mail)).toEqual([elsewhere.mail]);
  });

  it("is refused to whoever is no administrator, and the refusal is recorded", async () => {
    const officer = await register();
    await giveRole(administrator.context, officer.id, "caseCoordinator");
    const { actor } = await enter(world.system, { portal: "staff", mail: officer.mail });
    const as = { ...world.system, actor };
    const other = await register();
    expect(await answerOf(deactivateUser.execute(as, await target(other.id)))).toBe("not_found kernel.not_found");
    expect(await answerOf(getUser.execute(as, { userId: other.id }))).toBe("not_found kernel.not_found");
    expect(await answerOf(listUsers.execute(as, {}))).toBe("forbidden identity.administrator_only");
    const refused = await world.behind<Record<string, unknown>[]>`select action, reason from audit_entry
      where kind = 'refusal' and user_id = ${officer.id} order by id`;
    expect(refused.map((row) => row["action"])).toEqual([
      "identity.deactivateUser",
      "identity.read",
      "identity.listUsers",
    ]);
  });

  it("is refused by the database too, where a policy had let it through", async () => {
    const officer = await register();
    await giveRole(administrator.context, officer.id, "caseCoordinator");
    const other = await register();
    const { actor } = await enter(world.system, { portal: "staff", mail: officer.mail });
    // Someone made an administrator of himself in the program's memory only.
    const forged = { ...actor, roles: administrator.context.actor.roles };
    const as = { ...world.system, actor: forged };
    expect(await answerOf(assignRole.execute(as, role(other.id)))).toMatch(/^not_found|^conflict/u);
    expect(await answerOf(deactivateUser.execute(as, await target(other.id)))).toMatch(/^not_found|^conflict/u);
    const [row] = await world.behind<Record<string, unknown>[]>`select status from user_account where id = ${other.id}`;
    expect(row).toEqual({ status: "active" });
  });

  it("is never done to oneself", async () => {
    const own = await target(administrator.userId);
    expect(await answerOf(deactivateUser.execute(administrator.context, own))).toBe("forbidden identity.not_oneself");
    expect(await answerOf(assignRole.execute(administrator.context, role(administrator.userId)))).toBe(
      "forbidden identity.not_oneself",
    );
  });
});

describe("registering a user", () => {
  const wish = (mail: string) =>
    ({
      requestId: requestId(),
      portal: "staff",
      mail,
      name: "山田 花子",
      departmentId: city.departmentId,
      organizationId: null,
    }) as const;

  it("keeps name and mail encrypted, and the password only as a hash", async () => {
    const { id, oneTimePassword } = await createUser.execute(administrator.context, wish("hanako@example.jp"));
    const [row] = await world.behind<Record<string, unknown>[]>`select * from user_account where id = ${id}`;
    const dump = JSON.stringify(row, (_key, value: unknown) =>
      typeof value === "object" && value !== null && "data" in value && Array.isArray(value.data)
        ? Buffer.from(value.data).toString("utf8")
        : value,
    );
    for (const secret of ["山田", "hanako", oneTimePassword ?? "?"]) expect(dump).not.toContain(secret);
    const { users } = await listUsers.execute(administrator.context, { pageSize: 100 });
    expect(users.find((user) => user.id === id)).toMatchObject({
      name: "山田 花子",
      mail: "hanako@example.jp",
      departmentName: "地域共生推進課",
      mustChangePassword: true,
    });
    const search = async (keyword: string) =>
      (await listUsers.execute(administrator.context, { keyword })).users.map((user) => user.id);
    for (const keyword of ["山田", "花子　山田", "田花", "ヤマダ", "地域共生 山田", "山 "]) {
      expect((await search(keyword)).includes(id), keyword).toBe(keyword !== "ヤマダ");
    }
    expect(await search("山田 太郎")).toEqual([]);
    expect(await listUsers.execute(administrator.context, { keyword: "山田花子", pageSize: 1 })).toMatchObject({
      total: 1,
    });
    expect((await listUsers.execute(elsewhere.context, { keyword: "山田" })).total).toBe(0);
    expect(await getUser.execute(administrator.context, { userId: id })).toEqual({
      ...users.find((user) => user.id === id),
      hasSecondFactor: false,
      resetSecondFactors: "identity.no_second_factor",
    });
  });

  it("is done once for one request, and the password is told once", async () => {
    const once = wish("once@example.jp");
    const first = await createUser.execute(administrator.context, once);
    const second = await createUser.execute(administrator.context, once);
    expect(first.oneTimePassword).not.toBeNull();
    expect(second).toEqual({ id: first.id, oneTimePassword: null });
  });

  it("refuses a mail address that is taken in the same portal", async () => {
    await createUser.execute(administrator.context, wish("taken@example.jp"));
    expect(await answerOf(createUser.execute(administrator.context, wish("TAKEN@example.jp")))).toBe(
      "conflict identity.mail_taken",
    );
    const partner = { ...wish("taken@example.jp"), portal: "partner", departmentId: null } as const;
    expect(await answerOf(createUser.execute(administrator.context, partner))).toBe("done");
  });

  it("refuses a department of another city", async () => {
    expect(
      await answerOf(
        createUser.execute(elsewhere.context, { ...wish("cross@example.jp"), departmentId: city.departmentId }),
      ),
    ).toBe("invalid_state identity.belongs_nowhere");
  });

  it("opens nothing but a change of password until that is done", async () => {
    const { id, oneTimePassword } = await createUser.execute(administrator.context, wish("fresh@example.jp"));
    await giveRole(administrator.context, id, "platformAdministrator");
    const attempt = {
      portal: "staff",
      mail: "fresh@example.jp",
      password: oneTimePassword ?? "",
      clientAddress: "198.51.100.7",
    } as const;
    const signedIn = await signIn(world.system, attempt);
    expect(signedIn).toMatchObject({ mustChangePassword: true });
    const actor = await resolveActor(world.system, { portal: "staff", sessionToken: signedIn.sessionToken });
    if (!actor) throw new Error("nobody is signed in");
    expect(actor.roles).toEqual([]);
    const as = { ...world.system, actor };
    expect(await answerOf(listUsers.execute(as, {}))).toBe("forbidden identity.administrator_only");
    expect(await getMe.execute(as, {})).toMatchObject({ mustChangePassword: true, name: "山田 花子" });
  });

  it("gives a password that is worth nothing after a week", async () => {
    const { oneTimePassword } = await createUser.execute(administrator.context, wish("late@example.jp"));
    const attempt = {
      portal: "staff",
      mail: "late@example.jp",
      password: oneTimePassword ?? "",
      clientAddress: "198.51.100.7",
    } as const;
    const week = 7 * 24 * 3600;
    expect(await answerOf(signIn({ ...world.system, clock: secondsAfter(week - 1) }, attempt))).toBe("done");
    expect(await answerOf(signIn({ ...world.system, clock: secondsAfter(week + 1) }, attempt))).toBe(
      "unauthenticated identity.wrong_credentials",
    );
  });
});
