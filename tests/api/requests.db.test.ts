import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { call, canary, openNode, origin, signIn, systemWithoutDatabase, type App, type Node } from "./node.ts";

let node: Node;
let app: App;
beforeAll(async () => {
  node = await openNode();
  app = node.app();
});
afterAll(() => node.close());

const origins = [undefined, origin, "https://evil.example", "null"] as const;
const sites = [undefined, "same-origin", "same-site", "cross-site", "none", "anything"] as const;
const ours = new Set([`${origin}|same-origin`, `${origin}|undefined`, "undefined|same-origin"]);

describe.each(["staff", "partner"] as const)("the root of %s", (portal) => {
  test.each(origins.flatMap((from) => sites.map((site) => ({ from, site }))))(
    "answers a request from $from with Sec-Fetch-Site $site only where it is our own page's",
    async ({ from, site }) => {
      const response = await app.request(`/api/${portal}/identity.getMe`, {
        method: "POST",
        headers: {
          "Content-Type": "application/json",
          ...(from === undefined ? {} : { Origin: from }),
          ...(site === undefined ? {} : { "Sec-Fetch-Site": site }),
        },
        body: "{}",
      });
      // 401: it reached the procedure, where nobody is signed in.
      expect(response.status).toBe(ours.has(`${from}|${site}`) ? 401 : 403);
    },
  );

  test.each(["GET", "HEAD", "PUT", "DELETE", "PATCH"])(
    "refuses %s, so that no input stands in an address",
    async (method) => {
      const response = await app.request(`/api/${portal}/identity.getMe`, {
        method,
        headers: { Origin: origin, "Sec-Fetch-Site": "same-origin" },
      });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("POST");
    },
  );

  test.each([undefined, "text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp"])(
    "refuses the content type %s, which another site's form could send",
    async (type) => {
      const response = await app.request(`/api/${portal}/identity.getMe`, {
        method: "POST",
        headers: {
          Origin: origin,
          "Sec-Fetch-Site": "same-origin",
          ...(type === undefined ? {} : { "Content-Type": type }),
        },
        body: new Blob(["{}"]),
      });
      expect(response.status).toBe(415);
    },
  );
});

describe("a batch", () => {
  const batch = (size: number) => {
    const paths = Array.from({ length: size }, () => "identity.getMe").join(",");
    return call(app, { procedure: `${paths}?batch=1` });
  };
  test("of 10 calls is answered one by one", async () => {
    const answers: unknown = await (await batch(10)).json();
    expect(answers).toHaveLength(10);
  });
  test("of one, which is how a portal asks alone, is a list of the answer the call has by itself", async () => {
    const ask = async (query: string, input: unknown) => {
      const response = await call(app, { procedure: `identity.signIn${query}`, input });
      const body = JSON.stringify(await response.json());
      return { status: response.status, body: body.replace(response.headers.get("x-request-id") ?? "", "") };
    };
    const alone = await ask("", { mail: "x", password: "y" });
    expect(alone).toMatchObject({ status: 400, body: expect.stringContaining("kernel.invalid_input") as unknown });
    expect(await ask("?batch=1", { 0: { mail: "x", password: "y" } })).toEqual({ ...alone, body: `[${alone.body}]` });
    expect((await ask("?batch=1", [{ mail: "x", password: "y" }])).status).toBe(400);
  });
  test.each([11, 1000])("of %i calls is refused whole", async (size) => {
    expect((await batch(size)).status).toBe(400);
  });
  test("of 3,000 commas is refused", async () => {
    expect((await call(app, { procedure: `${",".repeat(3000)}?batch=1` })).status).toBe(400);
  });
});

describe("a body", () => {
  test("above one megabyte is refused", async () => {
    const response = await call(app, { procedure: "identity.signIn", input: { mail: "x".repeat(1024 * 1024) } });
    expect(response.status).toBe(413);
  });
  test.each([
    "",
    "{",
    "null",
    "[]",
    '"\\ud800"',
    "\u0000",
    '{"__proto__":{"a":1}}',
    `${"[".repeat(5000)}${"]".repeat(5000)}`,
  ])("that is no sound input (case %#) is refused without an error inside", async (body) => {
    const response = await app.request("/api/staff/identity.signIn", {
      method: "POST",
      headers: { "Content-Type": "application/json", Origin: origin, "Sec-Fetch-Site": "same-origin" },
      body,
    });
    expect(response.status).toBe(400);
  });
});

const WireError = z.object({ error: z.record(z.string(), z.unknown()) });

describe("an error on the wire", () => {
  test.each([
    ["identity.getMe", 401, "unauthenticated", "kernel.unauthenticated"],
    ["identity.nothing", 404, "not_found", "kernel.not_found"],
    ["__proto__", 404, "not_found", "kernel.not_found"],
  ] as const)(
    "of %s is kind, reason, details and request id, and nothing else",
    async (procedure, status, kind, reason) => {
      const response = await call(app, { procedure });
      expect(response.status).toBe(status);
      const requestId = response.headers.get("x-request-id");
      const { error } = WireError.parse(await response.json());
      expect(Object.keys(error).toSorted()).toEqual(["code", "data", "message"]);
      expect(error).toMatchObject({ message: kind, data: { kind, reason, details: {}, requestId } });
      expect(Object.keys(error["data"] as object).toSorted()).toEqual(["details", "kind", "reason", "requestId"]);
    },
  );

  test("has the same shape where the request was refused before any procedure", async () => {
    const response = await app.request("/api/staff/identity.getMe");
    const { error } = WireError.parse(await response.json());
    expect(error).toMatchObject({ message: "invalid_input", data: { kind: "invalid_input", details: {} } });
    expect(Object.keys(error["data"] as object).toSorted()).toEqual(["details", "kind", "reason", "requestId"]);
  });

  test("names the field and the rule, never the value", async () => {
    const response = await call(app, { procedure: "identity.signIn", input: { mail: canary, password: canary } });
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(text).toContain('"path":"mail"');
    expect(text).not.toContain(canary);
  });
});

test("while the database is away, the answer is 503 with a time to wait, and tells nothing", async () => {
  const away = node.app({ system: systemWithoutDatabase() });
  const cookie = `staff=${"a".repeat(40)}`;
  const response = await call(away, { cookie });
  expect(response.status).toBe(503);
  expect(response.headers.get("retry-after")).toBe("5");
  expect(await response.text()).not.toMatch(/ECONN|127\.0\.0\.1|postgres/u);
});

test("what the portals ask for is never stored, refusals included", async () => {
  const { cookie } = await signIn(app, node);
  const answers = [
    await call(app, { cookie }),
    await call(app, {}),
    await app.request("/api/partner/identity.getMe"),
    await call(app, { procedure: "nothing" }),
  ];
  expect(answers.map((response) => response.headers.get("cache-control"))).toEqual(answers.map(() => "no-store"));
});

describe("the public faces", () => {
  const api = "/api/public/municipality.listCities?input=%7B%7D";
  const open = (different: Parameters<Node["app"]>[0]) =>
    node.app({
      trustedProxies: 1,
      publicPerMinute: 3,
      publicSite: async () => new Response("<title>地域資源マップ</title>"),
      ...different,
    });
  const ask = (face: App, path: string, from: string) => face.request(path, { headers: { "X-Forwarded-For": from } });
  const statuses = async (face: App, path: string, addresses: readonly string[]): Promise<number[]> => {
    const answers: number[] = [];
    for (const address of addresses) answers.push((await ask(face, path, address)).status);
    return answers;
  };

  test("tell an address that asks too often when to ask again, in words, and no other (threat 32)", async () => {
    const face = open({});
    expect(
      await statuses(
        face,
        api,
        Array.from({ length: 4 }, () => "203.0.113.7"),
      ),
    ).toEqual([200, 200, 200, 429]);
    const refused = await ask(face, api, "203.0.113.7");
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await refused.json()).toMatchObject({
      error: { data: { kind: "limit", reason: "kernel.too_many_requests" } },
    });
    expect((await ask(face, api, "203.0.113.8")).status).toBe(200);
    // Pages count for themselves, and files count for nothing.
    expect(
      await statuses(
        face,
        "/kasugai",
        Array.from({ length: 4 }, () => "203.0.113.7"),
      ),
    ).toEqual([200, 200, 200, 429]);
    const page = await ask(face, "/kasugai", "203.0.113.7");
    expect(await page.text()).toContain("少し待ってから、開いてください");
    expect(page.headers.get("retry-after")).toMatch(/^[1-9]\d*$/u);
    expect((await ask(face, "/assets/styles-AbCd1234.css", "203.0.113.7")).status).toBe(200);
  });

  test("count the calls of a batch, and one household of IPv6 as one", async () => {
    const calls = Array.from({ length: 3 }, () => "municipality.listCities").join(",");
    const inputs = encodeURIComponent(JSON.stringify({ 0: {}, 1: {}, 2: {} }));
    const batch = `/api/public/${calls}?batch=1&input=${inputs}`;
    expect(await statuses(open({}), batch, ["203.0.113.7", "203.0.113.7"])).toEqual([200, 429]);
    const addresses = ["2001:db8:1:2::1", "2001:db8:1:2::2", "2001:db8:1:2::3", "2001:db8:1:2::4", "2001:db8:1:3::1"];
    expect(await statuses(open({}), api, addresses)).toEqual([200, 200, 200, 429, 200]);
  });

  test("believe no address a caller names himself, and have no limit where none is set", async () => {
    const claimed = ["203.0.113.1", "203.0.113.2", "203.0.113.3", "203.0.113.4"];
    expect(await statuses(open({ trustedProxies: 0 }), api, claimed)).toEqual([200, 200, 200, 429]);
    expect(await statuses(open({ publicPerMinute: 0 }), api, claimed.concat(claimed))).toEqual(
      Array.from({ length: 8 }, () => 200),
    );
  });
});
