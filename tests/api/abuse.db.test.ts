/* Threats 12, 13, 14, 18 and 22 over HTTP, by status and bytes. */
import { createSession } from "@tsunagari/auth";
import { newId } from "@tsunagari/services/kernel";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endRole } from "../../packages/services/src/identity/index.ts";
import {
  appointAdministrator,
  foundTestCity,
  giveRole,
  openTestSystem,
  password,
  registerUser,
  secondsAfter,
} from "../../packages/services/src/identity/test-city.ts";
import { call, origin } from "./node.ts";
import { appOn } from "./referral-stage.ts";

let world: Awaited<ReturnType<typeof openTestSystem>>;
let app: ReturnType<typeof appOn>;
let administrator: Awaited<ReturnType<typeof appointAdministrator>>;
let cityId: string;
beforeAll(async () => {
  world = await openTestSystem();
  const city = await foundTestCity(world.system, "kasugai");
  cityId = city.id;
  administrator = await appointAdministrator(world.system, city, "admin@example.jp");
  app = appOn(world.system);
});
afterAll(() => world.close());

const signInWith = (fields: { mail: string; password: string }, headers: Record<string, string> = {}) =>
  call(app, { procedure: "identity.signIn", input: fields, headers });
const cookieIn = (response: Response): string => (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
const statusAt = async (clock: string, cookie: string): Promise<number> =>
  (await call(appOn({ ...world.system, clock }), { cookie })).status;

describe("a session over HTTP (threat 12)", () => {
  test.each([
    ["idle for one second less than fifteen minutes", 15 * 60 - 1, 200],
    ["idle for one second more", 15 * 60 + 1, 401],
  ])("%s: %i seconds", async (_what, seconds, status) => {
    const userId = await registerUser(administrator.context, { portal: "staff", mail: `idle${seconds}@example.jp` });
    const token = await createSession(world.system, { portal: "staff", municipalityId: cityId, userId, assurance: 1 });
    expect(await statusAt(secondsAfter(seconds), `staff=${token}`)).toBe(status);
  });

  test("is over twelve hours after signing in, however busy", async () => {
    const cookie = cookieIn(await signInWith({ mail: administrator.mail, password }));
    const limit = 12 * 3600;
    for (let seconds = 0; seconds < limit - 1; seconds += 840)
      expect(await statusAt(secondsAfter(seconds), cookie)).toBe(200);
    expect(await statusAt(secondsAfter(limit - 1), cookie)).toBe(200);
    expect(await statusAt(secondsAfter(limit + 1), cookie)).toBe(401);
  });

  test("of a stopped account is 401 with the next call, and an ended role refused with the next", async () => {
    const mail = "leaves@example.jp";
    const userId = await registerUser(administrator.context, { portal: "staff", mail });
    const { id: assignmentId } = await giveRole(administrator.context, userId, "platformAdministrator");
    const cookie = cookieIn(await signInWith({ mail, password }));
    const list = () => call(app, { procedure: "identity.listUsers", cookie });
    expect((await list()).status).toBe(200);
    const end = { requestId: newId<"request">(), userId, assignmentId, version: 1 };
    await endRole.execute(administrator.context, end);
    expect((await list()).status).toBe(403);
    expect((await call(app, { cookie })).status).toBe(200);
    await world.behind`update user_account set status = 'deactivated' where id = ${userId}`;
    expect((await call(app, { cookie })).status).toBe(401);
  });
});

describe("a dump of the database (threat 13)", () => {
  test("holds no live token in any text, bytes or JSON", async () => {
    const cookie = cookieIn(await signInWith({ mail: administrator.mail, password }));
    const [, token = ""] = cookie.split("=");
    expect(token.length).toBeGreaterThanOrEqual(32);
    const tables = await world.behind<{ name: string }[]>`
      select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname not in ('pg_catalog', 'information_schema')`;
    expect(tables.length).toBeGreaterThan(30);
    const found: string[] = [];
    for (const { name } of tables) {
      // Bytes are written as hexadecimal digits in a dump.
      const hex = Buffer.from(token).toString("hex");
      const rows = await world.behind.unsafe(
        `select 1 from ${name} t where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%' limit 1`,
        [token, hex],
      );
      if (rows.length > 0) found.push(name);
    }
    expect(found).toEqual([]);
  });

  test("taken before signing in again holds nothing that still opens", async () => {
    const earlier = cookieIn(await signInWith({ mail: administrator.mail, password }));
    const later = cookieIn(await signInWith({ mail: administrator.mail, password }, { Cookie: earlier }));
    expect((await call(app, { cookie: earlier })).status).toBe(401);
    expect((await call(app, { cookie: later })).status).toBe(200);
  });
});

const origins = [undefined, origin, "https://evil.example", "null"] as const;
const sites = [undefined, "same-origin", "same-site", "cross-site", "none", "anything"] as const;
const ours = new Set([`${origin}|same-origin`, `${origin}|undefined`, "undefined|same-origin"]);

describe("signing in from elsewhere (threat 14)", () => {
  test.each(origins.flatMap((from) => sites.map((site) => ({ from, site }))))(
    "from $from with Sec-Fetch-Site $site sets a cookie only where it is our own page's",
    async ({ from, site }) => {
      const response = await app.request("/api/staff/identity.signIn", {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          ...(from === undefined ? {} : { Origin: from }),
          ...(site === undefined ? {} : { "Sec-Fetch-Site": site }),
        },
        body: JSON.stringify({ mail: administrator.mail, password }),
      });
      const isOurs = ours.has(`${from}|${site}`);
      expect(response.status).toBe(isOurs ? 200 : 403);
      expect(response.headers.get("set-cookie") !== null).toBe(isOurs);
    },
  );
});

describe("signing in as nobody (threat 18)", () => {
  test("gives the same status, headers and bytes, after as many statements, as a wrong password or a stopped account", async () => {
    await registerUser(administrator.context, { portal: "staff", mail: "known@example.jp" });
    const stopped = await registerUser(administrator.context, { portal: "staff", mail: "stopped@example.jp" });
    await world.behind`update user_account set status = 'deactivated' where id = ${stopped}`;
    const answerTo = async (mail: string, typed: string) => {
      let transactions = 0;
      const { db } = world.system;
      const counting: typeof db = {
        ...db,
        asActor: (settings, work) => {
          transactions += 1;
          return db.asActor(settings, work);
        },
      };
      const response = await call(appOn({ ...world.system, db: counting }), {
        procedure: "identity.signIn",
        input: { mail, password: typed },
      });
      const told = [...response.headers].filter(([name]) => name !== "x-request-id");
      const headers = Object.fromEntries(told);
      const body = (await response.text()).replace(/"requestId":"[^"]+"/u, "");
      return { status: response.status, headers, body, transactions };
    };
    const unknown = await answerTo("nobody@example.jp", password);
    expect(unknown.status).toBe(401);
    expect(await answerTo("known@example.jp", "aki no komichi wo aruku")).toEqual(unknown);
    expect(await answerTo("stopped@example.jp", password)).toEqual(unknown);
  });
});

describe("a form sent again (threat 22)", () => {
  test("a hundred times at once has one effect and a hundred equal answers", async () => {
    const cookie = cookieIn(await signInWith({ mail: administrator.mail, password }));
    const input = { requestId: newId<"request">(), form: "user", subject: "", content: { name: "架空 花子" } };
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () => {
        const response = await call(app, { procedure: "draft.save", input, cookie });
        return `${response.status} ${await response.text()}`;
      }),
    );
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toMatch(/^200 /u);
    const [count] =
      await world.behind`select count(*)::int as n from audit_entry where request_id = ${input.requestId}`;
    expect(count).toEqual({ n: 1 });
  });
});
