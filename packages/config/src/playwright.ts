import { existsSync } from "node:fs";
import { chromium, type PlaywrightTestConfig } from "@playwright/test";

const systemBrowsers = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome-stable"];

/** `CHROMIUM_PATH` first, then a browser of the system, then Playwright's own; undefined where there is none. */
export const findChromium = (): string | undefined =>
  [process.env["CHROMIUM_PATH"], ...systemBrowsers, chromium.executablePath()].find(
    (path) => path !== undefined && path !== "" && existsSync(path),
  );

const launchArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const walk = "**/walk.e2e.ts";

/**
 * Journeys run one after the other: they share the cities, as their users do. The walk changes nothing, so two walk at
 * once when the journeys are done. Playwright empties the folder of each before a run.
 */
export const journeyConfig = (): PlaywrightTestConfig => {
  const executablePath = findChromium();
  const baseURL = process.env["E2E_BASE_URL"];
  return {
    workers: 2,
    projects: [
      {
        name: "journeys",
        testMatch: "**/*.e2e.ts",
        testIgnore: walk,
        workers: 1,
        outputDir: "test-results/journeys",
      },
      {
        name: "walk",
        testMatch: walk,
        workers: 2,
        fullyParallel: true,
        dependencies: ["journeys"],
        outputDir: "test-results/walk",
      },
    ],
    forbidOnly: process.env["CI"] === "true",
    timeout: 90_000,
    expect: { timeout: 10_000 },
    reporter: [["list"], ["json", { outputFile: process.env["E2E_REPORT"] ?? "test-results/e2e.json" }]],
    use: {
      // Set by `npm run e2e`, which starts the system the journeys walk through.
      ...(baseURL === undefined ? {} : { baseURL }),
      locale: "ja-JP",
      timezoneId: "Asia/Tokyo",
      screenshot: "only-on-failure",
      trace: "retain-on-failure",
      launchOptions: { args: launchArguments, ...(executablePath === undefined ? {} : { executablePath }) },
    },
  };
};
