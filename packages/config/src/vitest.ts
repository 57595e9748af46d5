import { fileURLToPath } from "node:url";
import type { ViteUserConfig } from "vitest/config";

const databaseTests = "**/*.db.test.ts";
const notOurs = ["**/node_modules/**", "**/dist/**"];
const databaseSetup = fileURLToPath(new URL("../../testing/src/database-setup.ts", import.meta.url));

type Reporters = NonNullable<NonNullable<ViteUserConfig["test"]>["reporters"]>;

/** `npm test` reads the counts from the JSON file; a soak names one of its own, since others may test meanwhile. */
const reportersTo = (outputFile: string): Reporters => [
  "default",
  ["json", { outputFile: process.env["TEST_REPORT"] ?? `test-results/${outputFile}` }],
];

/**
 * Tests beside the code that need no database: everything named `x.test.ts(x)` but `x.db.test.ts`. Those of components
 * want the environment `jsdom`, and a new one for each file; the others share what they import with the file before, since
 * no module of ours keeps anything.
 */
export const unitConfig = (environment: "node" | "jsdom" = "node"): ViteUserConfig => ({
  test: {
    environment,
    isolate: environment === "jsdom",
    maxWorkers: 2,
    // For a machine with other work: what hangs is told in a minute, what is only slow is no failure.
    testTimeout: 60_000,
    include: ["**/*.test.{ts,tsx}"],
    exclude: [...notOurs, databaseTests],
    passWithNoTests: true,
    reporters: reportersTo("unit.json"),
  },
});

/** Tests on a real PostgreSQL, named `x.db.test.ts`: one cluster for the run, one database for each file that asks. */
export const databaseConfig = (): ViteUserConfig => ({
  test: {
    include: [databaseTests],
    exclude: notOurs,
    passWithNoTests: true,
    globalSetup: [databaseSetup],
    pool: "forks",
    // Reading the program in takes longer than many of the tests; each file has a database of its own all the same.
    isolate: false,
    maxWorkers: 2,
    testTimeout: 90_000,
    hookTimeout: 120_000,
    reporters: reportersTo("database.json"),
  },
});
