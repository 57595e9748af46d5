import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  call,
  canary,
  openNode,
  origin,
  publicSiteOf,
  secureOrigin,
  systemWithoutDatabase,
  type App,
  type Node,
} from "./node.ts";

let node: Node;
let app: App;
beforeAll(async () => {
  node = await openNode();
  app = node.app({
    publicSite: publicSiteOf(async ({ caller }) => JSON.stringify(await caller.municipality.listCities({}))),
  });
});
afterAll(() => node.close());

const navigation = { headers: { Accept: "text/html,application/xhtml+xml", "Sec-Fetch-Mode": "navigate" } };
const failing = publicSiteOf(() => Promise.reject(new Error(`Failed query: select $1 params: ${canary}`)));
const innards = /canary|Failed query|node_modules|\.ts:\d|\bat \w+ \(|ECONN|postgres/u;

describe("every answer", () => {
  const policy =
    "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; " +
    "object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";
  const paths = [
    "/",
    "/staff/",
    "/staff/cases",
    "/assets/styles-AbCd1234.css",
    "/assets/none.css",
    "/healthz",
    "/api/staff/x",
    "/api/public/municipality.listCities?input=%7B%7D",
    "/api/nothing",
  ];

  test.each(paths)("of %s carries the whole set of security headers", async (path) => {
    const { headers } = await app.request(path, navigation);
    expect(headers.get("content-security-policy")).toBe(policy);
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cross-origin-opener-policy")).toBe("same-origin");
    expect(headers.get("cross-origin-resource-policy")).toBe("same-origin");
    expect(headers.get("permissions-policy")).toContain("geolocation=()");
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/u);
    expect(headers.get("strict-transport-security")).toBeNull();
  });

  test("asks for https from then on, where the site is on https", async () => {
    const { headers } = await node.app({ origins: [secureOrigin] }).request("/healthz");
    expect(headers.get("strict-transport-security")).toBe("max-age=63072000; includeSubDomains");
  });
});

describe("a portal's page", () => {
  test.each(["/staff/", "/staff/cases/123", "/partner/", "/partner/referrals"])(
    "stands at %s for who opens it",
    async (path) => {
      const response = await app.request(path, navigation);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
      expect(response.headers.get("cache-control")).toBe("no-cache");
      expect(await response.text()).toContain("<title>portal</title>");
    },
  );

  test("is asked for again by its ETag at no cost", async () => {
    const first = await app.request("/staff/", navigation);
    const again = await app.request("/staff/", {
      headers: { ...navigation.headers, "If-None-Match": first.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
  });

  test("without its slash leads to the one with it", async () => {
    const response = await app.request("/staff", navigation);
    expect([response.status, response.headers.get("location")]).toEqual([308, "/staff/"]);
  });

  test("keeps hashed files for good, and packs them", async () => {
    const response = await app.request("/staff/assets/index-AbCd1234.js", {
      headers: { "Accept-Encoding": "gzip, br" },
    });
    expect(response.headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
    expect(response.headers.get("content-encoding")).toBe("gzip");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  });

  test.each([
    ["a script that is not there", "/staff/assets/old-AbCd1234.js", navigation],
    ["what a script asks for", "/staff/cases", { headers: { Accept: "*/*", "Sec-Fetch-Mode": "cors" } }],
  ] as const)("is no answer to %s", async (_what, path, init) => {
    expect((await app.request(path, init)).status).toBe(404);
  });

  test.each([
    "/staff/../../../etc/passwd",
    "/staff/..%2f..%2f..%2fetc%2fpasswd",
    "/staff/%252e%252e/%252e%252e/partner/index.html",
    "/staff/assets/..%5c..%5cindex.html",
    "/staff/assets/%00.js",
    "/staff//etc/passwd.txt",
    "/assets/../entry.js",
    "/assets/%2e%2e%2fentry.js",
  ])("never gives a file from outside its folder: %s", async (path) => {
    const response = await app.request(path, { headers: { Accept: "*/*" } });
    expect(response.status).not.toBe(500);
    expect(await response.text()).not.toMatch(/root:|export |<title>portal/u);
  });
});

describe("a node without a role", () => {
  test("has nothing of it: neither procedures nor pages", async () => {
    const partnerOnly = node.app({ roles: ["partner"] });
    expect((await call(partnerOnly, { portal: "staff", procedure: "identity.signIn", input: {} })).status).toBe(404);
    expect((await call(partnerOnly, { portal: "staff" })).status).toBe(404);
    expect((await partnerOnly.request("/staff/", navigation)).status).toBe(404);
    expect((await partnerOnly.request("/api/public/municipality.listCities")).status).toBe(404);
    expect((await partnerOnly.request("/", navigation)).status).toBe(404);
    expect((await call(partnerOnly, { portal: "partner" })).status).toBe(401);
    expect((await partnerOnly.request("/partner/", navigation)).status).toBe(200);
  });

  test("of the worker only still says that it lives", async () => {
    const worker = node.app({ roles: ["worker"] });
    expect((await worker.request("/healthz")).status).toBe(200);
    expect((await worker.request("/partner/", navigation)).status).toBe(404);
  });
});

describe("a page that says what went wrong", () => {
  test("for what is not there is in Japanese, with a way on and a number to name", async () => {
    const response = await node.app({ roles: ["staff"] }).request("/nothing", navigation);
    expect(response.status).toBe(404);
    const text = await response.text();
    expect(text).toContain("ページが見つかりません");
    expect(text).toContain('<a href="/">');
    expect(text).toContain(response.headers.get("x-request-id") ?? "none");
  });

  test("for a fault inside tells nothing of it", async () => {
    const response = await node.app({ publicSite: failing }).request("/kasugai", navigation);
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).toContain("うまく表示できませんでした");
    expect(text).toContain(response.headers.get("x-request-id") ?? "none");
    expect(text).not.toMatch(innards);
  });

  test("while the database is away says to come back, and when", async () => {
    const away = node.app({ system: systemWithoutDatabase(), publicSite: failing });
    const response = await away.request("/kasugai", navigation);
    expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await response.text()).not.toMatch(innards);
  });

  test("has a style of its own that is served whatever else is not", async () => {
    const response = await node.app({ roles: ["worker"] }).request("/assets/error-page.css");
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/css; charset=utf-8"]);
  });

  test("for an address of the interface is JSON", async () => {
    const response = await app.request("/api/nothing", navigation);
    expect([response.status, response.headers.get("content-type")]).toEqual([404, "application/json"]);
  });
});

describe("health", () => {
  test("says that the process runs, whatever the database does", async () => {
    const response = await node.app({ system: systemWithoutDatabase() }).request("/healthz");
    expect([response.status, await response.json()]).toEqual([200, { status: "ok" }]);
  });
  test("is ready where the database is migrated and answers", async () => {
    expect((await app.request("/readyz")).status).toBe(200);
  });
  test("is not ready without the database, and says no more", async () => {
    const response = await node.app({ system: systemWithoutDatabase() }).request("/readyz");
    expect([response.status, await response.json()]).toEqual([503, { status: "unavailable" }]);
  });
  test("is not ready once the program is asked to stop", async () => {
    expect((await node.app({ isServing: () => false }).request("/readyz")).status).toBe(503);
  });
});

describe("the public root", () => {
  const cities = "/api/public/municipality.listCities?input=%7B%7D";

  test("answers GET without a session, for a short while from the cache", async () => {
    const response = await app.request(cities);
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("public, max-age=15");
    expect(response.headers.get("set-cookie")).toBeNull();
    expect(await response.json()).toMatchObject({ result: { data: [{ slug: "kasugai" }] } });
  });

  test("answers what has not changed with 304 and no body", async () => {
    const etag = (await app.request(cities)).headers.get("etag") ?? "";
    expect(etag).not.toBe("");
    const again = await app.request(cities, { headers: { "If-None-Match": etag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  });

  test.each(["POST", "PUT", "DELETE"])("refuses %s", async (method) => {
    const response = await app.request(cities, {
      method,
      headers: { Origin: origin, "Sec-Fetch-Site": "same-origin" },
    });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  test("knows the city of the address, and none without it", async () => {
    const city = "/api/public/municipality.getCity?input=%7B%7D";
    expect(await (await app.request(`${city}&city=kasugai`)).json()).toMatchObject({
      result: { data: { name: "春日井市" } },
    });
    for (const slug of ["", "&city=nowhere", "&city=%00", "&city=' or 1=1"]) {
      expect((await app.request(`${city}${slug}`)).status).toBe(404);
    }
  });

  test("does not keep a refusal", async () => {
    const response = await app.request("/api/public/municipality.nothing");
    expect([response.status, response.headers.get("cache-control")]).toEqual([404, "no-store"]);
  });

  test.each(["staff", "partner"])("opens nothing of %s", async (portal) => {
    expect(
      (await app.request("/api/public/identity.getMe", { headers: { Cookie: `${portal}=${"a".repeat(40)}` } })).status,
    ).toBe(404);
  });
});

describe("the public site", () => {
  test("is given a caller of the public root, and is asked for again by its ETag", async () => {
    const first = await app.request("/kasugai", navigation);
    expect(await first.text()).toContain("春日井市");
    expect(first.headers.get("cache-control")).toBe("no-cache");
    const again = await app.request("/kasugai", {
      headers: { ...navigation.headers, "If-None-Match": first.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  test.each(["/staff2", "/partners", "/apis", "/assetsx"])(
    "owns the address %s, which only looks like a reserved word",
    async (path) => {
      expect((await app.request(path, navigation)).status).toBe(200);
    },
  );
});

describe("the log", () => {
  test("has one line for each request: the pattern of its address, never the address", async () => {
    const lines: string[] = node.lines;
    lines.length = 0;
    await app.request(`/staff/cases/${canary}?q=${canary}`, {
      headers: { ...navigation.headers, "User-Agent": canary, Cookie: `staff=${canary}` },
    });
    await call(app, { procedure: "identity.signIn", input: { mail: `${canary}@example.jp`, password: canary } });
    await call(app, { procedure: `identity.${canary}` });
    expect(lines).toHaveLength(3);
    expect(lines.join("")).not.toContain(canary);
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([
      { method: "GET", route: "/staff/*", status: 200, portal: "staff" },
      { method: "POST", route: "/api/staff/*", status: 401, portal: "staff", procedures: "identity.signIn" },
      { method: "POST", route: "/api/staff/*", status: 404, portal: "staff" },
    ]);
  });

  test("of a fault inside holds its class and request id, and nothing of its message", async () => {
    const lines: string[] = node.lines;
    lines.length = 0;
    const response = await node.app({ publicSite: failing }).request("/kasugai", navigation);
    const requestId = response.headers.get("x-request-id") ?? "none";
    expect(lines.join("")).toContain('"event":"request.failed"');
    expect(lines.filter((line) => line.includes(requestId))).toHaveLength(2);
    expect(lines.join("")).not.toContain(canary);
  });
});
