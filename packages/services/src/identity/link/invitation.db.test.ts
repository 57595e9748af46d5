import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  cancelInvitation,
  deactivateUser,
  getUser,
  inviteUser,
  issuePassword,
  openAccountLink,
  resendInvitation,
  signIn,
  useAccountLink,
} from "../index.ts";
import {
  answerOf,
  appointAdministrator,
  enter,
  foundTestCity,
  openTestSystem,
  password,
  requestId,
  secondsAfter,
} from "../test-city.ts";
import { mailsOf, tokenFor } from "../test-mail.ts";

const week = 7 * 24 * 60 * 60;
const clientAddress = "198.51.100.20";

let world: Awaited<ReturnType<typeof openTestSystem>>;
let administrator: Awaited<ReturnType<typeof appointAdministrator>>;
let departmentId: string;
let citySlug: string;

beforeAll(async () => {
  world = await openTestSystem();
  const city = await foundTestCity(world.system, "kasugai");
  departmentId = city.departmentId;
  citySlug = city.slug;
  administrator = await appointAdministrator(world.system, city, "admin@example.jp");
});
afterAll(() => world.close());

const at = (clock: string) => ({ ...world.system, clock });
let invited = 0;
const invite = async (portal: "staff" | "partner" = "staff") => {
  invited += 1;
  const mail = `invited-${invited}@example.jp`;
  // The limit of an hour is not what these tests are about.
  await world.behind`delete from rate_limit where key like 'invitation:%'`;
  const { id } = await inviteUser.execute(administrator.context, {
    requestId: requestId(),
    portal,
    mail,
    name: "山田 花子",
    departmentId: portal === "staff" ? departmentId : null,
    organizationId: null,
  });
  return { id, mail, token: await tokenFor(world, id) };
};
const target = async (userId: string) => {
  const { version } = await getUser.execute(administrator.context, { userId });
  return { requestId: requestId(), userId, version };
};
const accessOf = async (userId: string, clock?: string) =>
  (await getUser.execute({ ...administrator.context, ...(clock === undefined ? {} : { clock }) }, { userId })).access;
const open = (token: string, clock?: string, portal: "staff" | "partner" = "staff") =>
  openAccountLink(clock === undefined ? world.system : at(clock), { portal, token, clientAddress });
const use = (token: string, clock?: string, portal: "staff" | "partner" = "staff") =>
  useAccountLink(clock === undefined ? world.system : at(clock), {
    portal,
    token,
    newPassword: password,
    clientAddress,
  });
const unusable = "invalid_state identity.link_unusable";

describe("an invitation", () => {
  it("names city, portal and mail, and nothing else of the account", async () => {
    const { token, mail } = await invite();
    const { expiresAt, ...shown } = await open(token);
    expect(shown).toEqual({ purpose: "invitation", cityName: "春日井市", mail });
    expect(expiresAt.toISOString()).toBe(secondsAfter(week));
  });

  it("lets its owner choose the password and sign in, and nobody before him", async () => {
    const { id, mail, token } = await invite();
    expect(await accessOf(id)).toBe("invited");
    expect(await answerOf(enter(world.system, { portal: "staff", mail }))).toBe(
      "unauthenticated identity.wrong_credentials",
    );
    expect(await use(token)).toEqual({ purpose: "invitation" });
    expect(await accessOf(id)).toBe("inUse");
    const { actor } = await enter(world.system, { portal: "staff", mail });
    expect(actor.kind).toBe("staff");
  });

  it("is one for its own portal only", async () => {
    const { token } = await invite("partner");
    expect(await answerOf(open(token))).toBe(unusable);
    expect(await answerOf(use(token))).toBe(unusable);
    expect((await open(token, undefined, "partner")).purpose).toBe("invitation");
  });

  it("can be looked at as often as a scanner likes, and used once of a hundred times at once", async () => {
    const { token } = await invite();
    for (let look = 0; look < 3; look += 1) await open(token);
    await world.behind`delete from rate_limit`;
    // From many places, as the limit of one would stop them before they meet.
    const tries = Array.from({ length: 100 }, (_, index) =>
      answerOf(
        useAccountLink(world.system, {
          portal: "staff",
          token,
          newPassword: `${password} ${index}`,
          clientAddress: `203.0.113.${index}`,
        }),
      ),
    );
    const answers = await Promise.all(tries);
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect(answers.filter((answer) => answer === unusable)).toHaveLength(99);
  }, 30_000);

  it("works a second before seven days have passed and not a second after", async () => {
    const first = await invite();
    const second = await invite();
    expect(await accessOf(first.id, secondsAfter(week - 1))).toBe("invited");
    expect(await accessOf(first.id, secondsAfter(week + 1))).toBe("invitationExpired");
    expect(await answerOf(use(second.token, secondsAfter(week + 1)))).toBe(unusable);
    expect(await answerOf(use(first.token, secondsAfter(week - 1)))).toBe("done");
  });

  it("sent again makes the link before worthless, and keeps a mail that has not gone from going", async () => {
    const { id, token } = await invite();
    await resendInvitation.execute(administrator.context, await target(id));
    const newer = await tokenFor(world, id);
    expect(newer).not.toBe(token);
    expect(await answerOf(open(token))).toBe(unusable);
    const held = await world.behind`select failure from outbox_mail where user_id = ${id} order by queued_at, id`;
    expect(new Set(held.map((row) => row["failure"] as unknown))).toEqual(new Set(["superseded", null]));
    expect(await answerOf(use(newer))).toBe("done");
    expect(await answerOf(resendInvitation.execute(administrator.context, await target(id)))).toBe(
      "invalid_state identity.already_in_use",
    );
  });

  it.each([
    [
      "cancelled",
      async (id: string) => cancelInvitation.execute(administrator.context, await target(id)),
      "notInvited",
    ],
    [
      "followed by a handed-over password",
      async (id: string) => issuePassword.execute(administrator.context, await target(id)),
      "handedOver",
    ],
    [
      "of a stopped account",
      async (id: string) => deactivateUser.execute(administrator.context, await target(id)),
      "deactivated",
    ],
  ] as const)("%s opens nothing any more", async (_case, end, state) => {
    const { id, token } = await invite();
    await end(id);
    expect(await accessOf(id)).toBe(state);
    expect(await answerOf(open(token))).toBe(unusable);
    expect(await answerOf(use(token))).toBe(unusable);
  });

  it("cannot be cancelled where there is none", async () => {
    const { id, token } = await invite();
    await use(token);
    expect(await answerOf(cancelInvitation.execute(administrator.context, await target(id)))).toBe(
      "invalid_state identity.no_invitation",
    );
  });

  it("is in no dump of the database: no column of any table holds its token", async () => {
    const { token } = await invite();
    const tables = await world.behind<{ name: string }[]>`
      select table_name as name from information_schema.tables where table_schema = 'public'`;
    for (const { name } of tables) {
      const rows = await world.behind.unsafe(`select t::text as line from public.${name} t`);
      const dump = rows.map((row) => String(row["line"])).join("\n");
      expect(dump.includes(token), name).toBe(false);
      expect(dump.includes(Buffer.from(token, "utf8").toString("hex")), name).toBe(false);
    }
  });

  it("can be sent by an administrator only, twenty times an hour", async () => {
    const { id, mail, token } = await invite();
    await use(token);
    const { actor } = await enter(world.system, { portal: "staff", mail });
    const other = { ...world.system, actor };
    const form = { portal: "staff", name: "x", departmentId, organizationId: null } as const;
    expect(await answerOf(inviteUser.execute(other, { requestId: requestId(), ...form, mail: "a@example.jp" }))).toBe(
      "forbidden identity.administrator_only",
    );
    await world.behind`delete from rate_limit where key like 'invitation:%'`;
    const answers: string[] = [];
    for (let count = 0; count < 21; count += 1) {
      const work = inviteUser.execute(administrator.context, {
        requestId: requestId(),
        ...form,
        mail: `many-${count}@example.jp`,
      });
      answers.push(await answerOf(work));
    }
    expect(new Set(answers.slice(0, 20))).toEqual(new Set(["done"]));
    expect(answers[20]).toBe("limit identity.too_many_invitations");
    expect(await accessOf(id)).toBe("inUse");
  });
});

it("a mail of an account names no person and holds nothing else of one", async () => {
  const { id } = await invite();
  const [mail] = await mailsOf(world, id);
  expect(mail?.template).toBe("identity.invitation");
  expect(JSON.stringify(mail)).not.toMatch(/山田|花子|example\.jp/u);
  expect(mail?.body).toContain("/staff/set-password#");
});

it("nobody signs in to an account without a password, whatever is typed", async () => {
  const { mail } = await invite();
  for (const typed of [" ", "null", password]) {
    const attempt = signIn(world.system, {
      portal: "staff",
      mail,
      password: typed,
      municipality: citySlug,
      clientAddress,
    });
    expect(await answerOf(attempt)).toBe("unauthenticated identity.wrong_credentials");
  }
});
