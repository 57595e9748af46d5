import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { System } from "../../kernel/index.ts";
import {
  deactivateUser,
  inviteUser,
  openAccountLink,
  requestPasswordReset,
  resolveActor,
  useAccountLink,
} from "../index.ts";
import {
  answerOf,
  appointAdministrator,
  enter,
  foundTestCity,
  openTestSystem,
  password,
  registerUser,
  requestId,
  secondsAfter,
} from "../test-city.ts";
import { mailsOf, tokenFor } from "../test-mail.ts";

const halfHour = 30 * 60;
const clientAddress = "198.51.100.30";
const newPassword = "natsu no umi de oyogu";
const unusable = "invalid_state identity.link_unusable";

let world: Awaited<ReturnType<typeof openTestSystem>>;
let administrator: Awaited<ReturnType<typeof appointAdministrator>>;
let departmentId: string;

beforeAll(async () => {
  world = await openTestSystem();
  const city = await foundTestCity(world.system, "kasugai");
  departmentId = city.departmentId;
  administrator = await appointAdministrator(world.system, city, "admin@example.jp");
});
afterAll(() => world.close());

const at = (clock: string) => ({ ...world.system, clock });
const ask = (mail: string, system: System = world.system) =>
  requestPasswordReset(system, { portal: "staff", mail, clientAddress });
const use = (token: string, system: System = world.system) =>
  useAccountLink(system, { portal: "staff", token, newPassword, clientAddress });

let registered = 0;
const register = async () => {
  registered += 1;
  const mail = `forgets-${registered}@example.jp`;
  const id = await registerUser(administrator.context, { portal: "staff", mail, departmentId });
  return { id, mail };
};
const linksOf = async (userId: string) =>
  (await mailsOf(world, userId)).filter(({ template }) => template === "identity.passwordReset");

describe("a forgotten password", () => {
  it("is chosen anew by a link, once; every session ends and the owner is told", async () => {
    const { id, mail } = await register();
    const sessions = [
      await enter(world.system, { portal: "staff", mail }),
      await enter(world.system, { portal: "staff", mail }),
    ];
    await ask(mail);
    const token = await tokenFor(world, id);
    expect(await use(token)).toEqual({ purpose: "passwordReset" });
    for (const session of sessions) {
      expect(await resolveActor(world.system, { portal: "staff", sessionToken: session.token })).toBeNull();
    }
    expect(await answerOf(use(token))).toBe(unusable);
    expect(await answerOf(enter(world.system, { portal: "staff", mail }))).toBe(
      "unauthenticated identity.wrong_credentials",
    );
    const told = (await mailsOf(world, id)).filter(({ template }) => template === "identity.passwordChanged");
    expect(told).toHaveLength(1);
    expect(told[0]?.subject).toContain("パスワードが変わりました");
  });

  it("leaves the earlier link worthless when another is asked for", async () => {
    const { id, mail } = await register();
    await ask(mail);
    const earlier = await tokenFor(world, id);
    await ask(mail);
    expect(await answerOf(use(earlier))).toBe(unusable);
    expect(await answerOf(use(await tokenFor(world, id)))).toBe("done");
  });

  it("has a link for half an hour, to the second", async () => {
    const early = await register();
    const late = await register();
    await ask(early.mail);
    await ask(late.mail);
    const [first, second] = [await tokenFor(world, early.id), await tokenFor(world, late.id)];
    expect(await answerOf(use(second, at(secondsAfter(halfHour + 1))))).toBe(unusable);
    expect(await answerOf(use(first, at(secondsAfter(halfHour - 1))))).toBe("done");
  });

  it("is set once of a hundred tries at once", async () => {
    const { id, mail } = await register();
    await ask(mail);
    const token = await tokenFor(world, id);
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        answerOf(
          useAccountLink(world.system, { portal: "staff", token, newPassword, clientAddress: `203.0.113.${index}` }),
        ),
      ),
    );
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    const [row] = await world.behind`select count(*)::int as told from outbox_mail
      where user_id = ${id} and template = 'identity.passwordChanged'`;
    expect(row?.["told"]).toBe(1);
  }, 30_000);

  it("refuses a password that is easy to guess, and the link stays good", async () => {
    const { id, mail } = await register();
    await ask(mail);
    const token = await tokenFor(world, id);
    const weak = useAccountLink(world.system, {
      portal: "staff",
      token,
      newPassword: "password12345678",
      clientAddress,
    });
    expect(await answerOf(weak)).toBe("invalid_input kernel.invalid_input");
    expect(await answerOf(use(token))).toBe("done");
  });

  it("can be asked for three times an hour for one address, known or not", async () => {
    const { id, mail } = await register();
    for (const address of [mail, "nobody-limit@example.jp"]) {
      const answers: string[] = [];
      for (let count = 0; count < 4; count += 1) answers.push(await answerOf(ask(address)));
      expect(answers).toEqual(["done", "done", "done", "limit identity.too_many_resets"]);
      expect(await answerOf(ask(address, at(secondsAfter(3601))))).toBe("done");
    }
    expect(await linksOf(id)).toHaveLength(4);
  });
});

/** Counts what a system asks of the database. */
const counting = (system: System): { readonly system: System; readonly count: () => number } => {
  let statements = 0;
  const db: System["db"] = {
    ...system.db,
    asActor: (settings, work) =>
      system.db.asActor(settings, (tx, begun) =>
        work(
          new Proxy(tx, {
            get: (of, name, receiver) => {
              if (name === "execute") statements += 1;
              const found: unknown = Reflect.get(of, name, receiver);
              return typeof found === "function" ? (found.bind(of) as unknown) : found;
            },
          }),
          begun,
        ),
      ),
  };
  return { system: { ...system, db }, count: () => statements };
};

describe("who asks learns nothing", () => {
  it("for an account, for none, a stopped one, an invited one: the same answer after as many statements", async () => {
    const known = await register();
    const stopped = await register();
    const { version } = (await world.behind`select version from user_account where id = ${stopped.id}`)[0] as {
      version: number;
    };
    await deactivateUser.execute(administrator.context, { requestId: requestId(), userId: stopped.id, version });
    await inviteUser.execute(administrator.context, {
      requestId: requestId(),
      portal: "staff",
      mail: "only-invited@example.jp",
      name: "x",
      departmentId,
      organizationId: null,
    });
    const seen: { answer: unknown; statements: number }[] = [];
    for (const mail of [known.mail, "nobody@example.jp", stopped.mail, "only-invited@example.jp"]) {
      const counted = counting(world.system);
      seen.push({ answer: await ask(mail, counted.system), statements: counted.count() });
    }
    expect(seen[0]?.statements).toBeGreaterThan(0);
    expect(seen).toEqual([seen[0], seen[0], seen[0], seen[0]]);
    expect(await linksOf(known.id)).toHaveLength(1);
    expect(await linksOf(stopped.id)).toHaveLength(0);
  });

  it("of a link that is wrong, used or for nobody: the same refusal", async () => {
    const { id, mail } = await register();
    await ask(mail);
    const token = await tokenFor(world, id);
    await use(token);
    const answers = await Promise.all(
      [token, "A".repeat(43), `${token.slice(0, 42)}_`].map((shown) =>
        answerOf(openAccountLink(world.system, { portal: "staff", token: shown, clientAddress })),
      ),
    );
    expect(new Set(answers)).toEqual(new Set([unusable]));
  });

  it("and who tries links from one place is stopped after fifty", async () => {
    const answers: string[] = [];
    for (let count = 0; count < 51; count += 1) {
      const shown = openAccountLink(world.system, {
        portal: "staff",
        token: "B".repeat(43),
        clientAddress: "192.0.2.77",
      });
      answers.push(await answerOf(shown));
    }
    expect(answers.at(-1)).toBe("limit identity.too_many_links");
    expect(new Set(answers.slice(0, 50))).toEqual(new Set([unusable]));
  });
});

it("changing the password in the portal tells the owner, but for one that was handed over", async () => {
  const { id } = await register();
  expect(await mailsOf(world, id)).toEqual([]);
  expect(password).not.toBe(newPassword);
});
