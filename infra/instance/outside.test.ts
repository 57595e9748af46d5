import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { outsideDatabase } from "./outside.ts";

const url = "postgres://tsunagari_login@db.example.jp/tsunagari";
const migrationUrl = "postgres://tsunagari_migrator@db.example.jp/tsunagari";
const keyFile = fileURLToPath(import.meta.url);

test("without addresses the embedded server is used", () => {
  expect(outsideDatabase({}, [])).toBeNull();
  expect(outsideDatabase({ DATABASE_URL: "", MIGRATION_DATABASE_URL: "" }, ["--demo"])).toBeNull();
});

test("with an address the outside server is used, and no demo unless it is asked for", () => {
  expect(outsideDatabase({ DATABASE_URL: url, KEY_FILE: keyFile }, [])).toEqual({
    url,
    migrationUrl: null,
    demo: false,
    keyFile,
  });
  expect(
    outsideDatabase({ DATABASE_URL: url, MIGRATION_DATABASE_URL: migrationUrl, KEY_FILE: keyFile }, ["--demo"]),
  ).toEqual({
    url,
    migrationUrl,
    demo: true,
    keyFile,
  });
});

test.each([
  [{ MIGRATION_DATABASE_URL: migrationUrl }, [], "not DATABASE_URL"],
  [{ DATABASE_URL: url }, ["--demo"], "MIGRATION_DATABASE_URL is needed"],
  [{ DATABASE_URL: url }, [], "KEY_FILE is needed"],
  [{ DATABASE_URL: url, KEY_FILE: "/nowhere/keys.json" }, [], "KEY_FILE names no file"],
])("what is given by half is refused in a sentence", (source, args, sentence) => {
  expect(() => outsideDatabase(source, args)).toThrow(sentence);
});
