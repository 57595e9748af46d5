import { expect, test } from "vitest";
import { databaseFile, rolesFile } from "./files.ts";

// After a change of packages/db/src/roles.ts: `pnpm exec vitest run postgres -u` in infra/, and read the difference.
test("what the administrator of an outside server runs is what the program expects", async () => {
  await expect(rolesFile()).toMatchFileSnapshot("roles.sql");
  await expect(databaseFile()).toMatchFileSnapshot("database.sql");
});

test("no password stands in a file", () => {
  expect(`${rolesFile()}${databaseFile()}`.replaceAll(/^--.*$/gmu, "")).not.toMatch(/password/iu);
});
