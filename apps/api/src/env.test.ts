import { expect, test } from "vitest";
import { readEnv } from "./env.ts";

const least = { DATABASE_URL: "postgres://x", KEY_FILE: "/k" };

test("by default a node has every role and listens on the machine itself only", () => {
  expect(readEnv(least)).toMatchObject({
    roles: ["staff", "partner", "public", "worker"],
    hosts: ["127.0.0.1", "::1"],
    port: 3000,
    trustedProxies: 0,
    defaultCity: null,
    clock: null,
  });
});

test("by default the origins are those of the machine itself, with the port", () => {
  expect(readEnv({ ...least, PORT: "4100" }).origins).toEqual([
    "http://localhost:4100",
    "http://127.0.0.1:4100",
    "http://[::1]:4100",
  ]);
});

test("a node takes exactly the roles it is given", () => {
  expect(readEnv({ ...least, ROLES: "public, partner" }).roles).toEqual(["partner", "public"]);
});

test.each([
  [{ ROLES: "admin" }, "ROLES"],
  [{ ROLES: "," }, "ROLES"],
  [{ PORT: "70000" }, "PORT"],
  [{ PUBLIC_ORIGINS: "https://a.example.jp/path" }, "PUBLIC_ORIGINS"],
  [{ PUBLIC_ORIGINS: "https://a.example.jp,http://b.example.jp" }, "PUBLIC_ORIGINS"],
  [{ PUBLIC_ORIGINS: "*" }, "PUBLIC_ORIGINS"],
  [{ CLOCK: "yesterday" }, "CLOCK"],
  [{ DEFAULT_CITY: "../etc" }, "DEFAULT_CITY"],
  [{ TRUST_PROXY: "-1" }, "TRUST_PROXY"],
  [{ DATABASE_URL: "" }, "DATABASE_URL"],
  [{ KEY_FILE: "" }, "KEY_FILE"],
])("%j is refused, naming %s", (wrong, name) => {
  expect(() => readEnv({ ...least, ...wrong })).toThrow(name);
});

test("a refusal never repeats the value of a setting", () => {
  expect(() => readEnv({ ...least, PUBLIC_ORIGINS: "postgres://user:secret@host" })).toThrow(/^(?!.*secret)/su);
});
