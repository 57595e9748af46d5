import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readEnv, readMigrationUrl } from "./env.ts";

const least = { DATABASE_URL: "postgres://x", KEY_FILE: "/k" };

test("by default a node has every role and listens on the machine itself only", () => {
  expect(readEnv(least)).toMatchObject({
    roles: ["staff", "partner", "public", "worker"],
    hosts: ["127.0.0.1", "::1"],
    port: 3000,
    trustedProxies: 0,
    publicPerMinute: 120,
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
  [{ PUBLIC_RATE_LIMIT: "-1" }, "PUBLIC_RATE_LIMIT"],
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

test("an address of the database may stand in a file, which an address given directly outweighs", () => {
  const folder = mkdtempSync(join(tmpdir(), "tsunagari-env-"));
  try {
    const file = join(folder, "database-url");
    writeFileSync(file, "postgres://from-file\n");
    expect(readEnv({ DATABASE_URL_FILE: file, KEY_FILE: "/k" }).databaseUrl).toBe("postgres://from-file");
    expect(readEnv({ ...least, DATABASE_URL_FILE: file }).databaseUrl).toBe("postgres://x");
    expect(readMigrationUrl({ MIGRATION_DATABASE_URL_FILE: file })).toBe("postgres://from-file");
    expect(() => readEnv({ DATABASE_URL_FILE: join(folder, "none"), KEY_FILE: "/k" })).toThrow("DATABASE_URL_FILE");
    expect(() => readMigrationUrl({})).toThrow("MIGRATION_DATABASE_URL");
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("metrics are off unless a port is given, and then for the machine itself", () => {
  expect(readEnv(least).metrics).toBeNull();
  expect(readEnv({ ...least, METRICS_PORT: "9464" }).metrics).toEqual({ port: 9464, hosts: ["127.0.0.1"] });
});
