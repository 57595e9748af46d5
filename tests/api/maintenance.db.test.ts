import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, openNode, publicSiteOf, signIn, systemWithoutDatabase, type App, type Node } from "./node.ts";

// 18:00 in Japan on a day that lies ahead.
const until = new Date("2036-11-21T09:00:00Z");

let node: Node;
let app: App;
beforeAll(async () => {
  node = await openNode();
  // Every face, and a database that is away: the switch must work then too.
  app = node.app({
    roles: ["staff", "partner", "public"],
    system: systemWithoutDatabase(),
    publicSite: publicSiteOf(async () => "<p>public</p>"),
    maintenance: () => ({ until }),
  });
});
afterAll(() => node.close());

const page = (path: string) => app.request(path, { headers: { Accept: "text/html" } });

describe("while the switch is on", () => {
  test.each(["/", "/kasugai", "/kasugai/activities", "/staff/", "/staff/cases/1", "/partner/", "/anything.js"])(
    "%s answers 503 with a page that says until when in Japan",
    async (path) => {
      const response = await page(path);
      expect(response.status).toBe(503);
      expect(response.headers.get("retry-after")).toBe("3600");
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(response.headers.get("content-security-policy")).toContain("default-src 'self'");
      const text = await response.text();
      expect(text).toContain("メンテナンス中です");
      expect(text).toContain("11月21日（金）18:00ごろまでの予定です。");
    },
  );

  test.each(["staff", "partner"] as const)("the %s API answers in the shape its client reads", async (portal) => {
    const response = await call(app, { portal });
    expect(response.status).toBe(503);
    expect(response.headers.get("retry-after")).toBe("3600");
    expect(await response.json()).toMatchObject({
      error: { data: { kind: "internal", reason: "kernel.maintenance", details: { until: until.toISOString() } } },
    });
  });

  test("the public API answers so too", async () => {
    const response = await app.request("/api/public/activity.search?city=kasugai");
    expect(response.status).toBe(503);
    expect(await response.json()).toMatchObject({ error: { data: { reason: "kernel.maintenance" } } });
  });

  test("the process is healthy, is given requests, and the page has its style", async () => {
    expect((await app.request("/healthz")).status).toBe(200);
    expect((await app.request("/readyz")).status).toBe(200);
    expect((await app.request("/assets/error-page.css")).status).toBe(200);
  });

  test("who was signed in still is when it is off again", async () => {
    let isOn = false;
    const switched = node.app({ maintenance: () => (isOn ? { until: null } : null) });
    const { cookie } = await signIn(switched, node);
    isOn = true;
    const during = await call(switched, { cookie });
    expect(during.status).toBe(503);
    expect(during.headers.get("retry-after")).toBe("60");
    expect(during.headers.get("set-cookie")).toBeNull();
    isOn = false;
    expect((await call(switched, { cookie })).status).toBe(200);
  });
});

describe("readiness", () => {
  test("a node waits for work where the database does not hold its release", async () => {
    const sql = postgres(node.superuserUrl, { max: 1 });
    try {
      expect((await node.app().request("/readyz")).status).toBe(200);
      await sql`insert into app.fence_history (hash) values ('a newer release')`;
      expect((await node.app().request("/readyz")).status).toBe(200);
      await sql`update app.fence_history set hash = md5(hash)`;
      const response = await node.app().request("/readyz");
      expect(response.status).toBe(503);
      expect(node.lines.at(-2)).toContain('"reason":"not_released"');
    } finally {
      await sql.end();
    }
  });
});
