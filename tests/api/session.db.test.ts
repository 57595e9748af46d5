import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { call, openNode, origin, secureOrigin, signIn, type App, type Node } from "./node.ts";

let node: Node;
let app: App;
beforeAll(async () => {
  node = await openNode();
  app = node.app();
});
afterAll(() => node.close());

const attributesOf = (setCookie: string) => {
  const [pair = "", ...attributes] = setCookie.split(/; */u);
  return { name: pair.split("=")[0], attributes: attributes.toSorted() };
};

describe("the cookie of a session", () => {
  test.each([
    ["staff", "SameSite=Strict"],
    ["partner", "SameSite=Lax"],
  ] as const)("of %s on https is bound to this host, hidden from scripts and %s", async (portal, sameSite) => {
    const { setCookie } = await signIn(node.app({ origins: [secureOrigin] }), node, { portal, from: secureOrigin });
    expect(attributesOf(setCookie)).toEqual({
      name: `__Host-${portal}`,
      attributes: ["HttpOnly", "Path=/", sameSite, "Secure"].toSorted(),
    });
  });

  test.each([
    ["staff", "SameSite=Strict"],
    ["partner", "SameSite=Lax"],
  ] as const)("of %s on the demo's http has the same attributes but Secure", async (portal, sameSite) => {
    const { setCookie } = await signIn(app, node, { portal });
    expect(attributesOf(setCookie)).toEqual({ name: portal, attributes: ["HttpOnly", "Path=/", sameSite].toSorted() });
  });

  test("holds the token, and the answer does not", async () => {
    const { response, cookie } = await signIn(app, node);
    const [, token = ""] = cookie.split("=");
    expect(token.length).toBeGreaterThanOrEqual(32);
    expect(await response.text()).not.toContain(token);
  });

  test("is not set where the password is wrong", async () => {
    const input = { mail: "hanako@example.jp", password: "mistaken password 1" };
    const response = await call(app, { procedure: "identity.signIn", input });
    expect(response.status).toBe(401);
    expect(response.headers.get("set-cookie")).toBeNull();
  });

  test("of one portal opens nothing in the other", async () => {
    const { cookie } = await signIn(app, node, { portal: "partner" });
    expect((await call(app, { portal: "partner", cookie })).status).toBe(200);
    expect((await call(app, { portal: "staff", cookie })).status).toBe(401);
    expect((await call(app, { portal: "staff", cookie: cookie.replace("partner=", "staff=") })).status).toBe(401);
  });

  test("without __Host- is not taken on https", async () => {
    const secure = node.app({ origins: [secureOrigin] });
    const { cookie } = await signIn(secure, node, { from: secureOrigin });
    expect((await call(secure, { cookie, from: secureOrigin })).status).toBe(200);
    expect((await call(secure, { cookie: cookie.replace("__Host-", ""), from: secureOrigin })).status).toBe(401);
  });

  test.each(["staff=", "staff=%%%", "staff=' or 1=1", `staff=${"a".repeat(4000)}`, "=;;;", "staff=\u0001"])(
    "that is broken (%j) means nobody, not an error",
    async (cookie) => {
      expect((await call(app, { cookie })).status).toBe(401);
    },
  );
});

describe("signing out", () => {
  test("of one portal leaves the other's session alone", async () => {
    const staff = await signIn(app, node, { portal: "staff" });
    const partner = await signIn(app, node, { portal: "partner" });
    const cookie = `${staff.cookie}; ${partner.cookie}`;
    const response = await call(app, { portal: "staff", procedure: "identity.signOut", cookie });
    expect(response.status).toBe(200);
    expect((await call(app, { portal: "staff", cookie })).status).toBe(401);
    expect((await call(app, { portal: "partner", cookie })).status).toBe(200);
  });

  test("takes this portal's cookie and the cache from the browser, and no other cookie", async () => {
    const { cookie } = await signIn(app, node);
    const response = await call(app, { procedure: "identity.signOut", cookie });
    expect(response.headers.get("clear-site-data")).toBe('"cache"');
    const cleared = response.headers.getSetCookie();
    expect(cleared).toHaveLength(1);
    expect(cleared[0]).toMatch(/^staff=;/u);
    expect(cleared[0]).toMatch(/Max-Age=0/u);
  });
});

test("signing in again makes the cookie held before worthless", async () => {
  const { cookie: earlier } = await signIn(app, node);
  const input = { mail: "hanako@example.jp", password: node.passwords.staff };
  const again = await call(app, { procedure: "identity.signIn", input, cookie: earlier, from: origin });
  expect(again.status).toBe(200);
  expect((await call(app, { cookie: earlier })).status).toBe(401);
});
