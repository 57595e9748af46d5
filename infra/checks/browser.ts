import { existsSync } from "node:fs";
import { findChromium } from "@tsunagari/config/playwright";
import { runCommand } from "../instance/command.ts";

const packages = ["chromium", "fonts-noto-cjk"];

const isDebian = (): boolean => existsSync("/etc/debian_version");

const installFromDebian = async (): Promise<void> => {
  console.info(`No Chromium found: installing ${packages.join(" and ")} (about 15 seconds) …`);
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runCommand("apt-get", ["update", "-qq"], { env });
  await runCommand("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], { env });
};

/** Journeys are never skipped: without a browser nothing starts, and the command that brings one is told. */
export const ensureBrowser = async (): Promise<void> => {
  if (findChromium() === undefined && isDebian() && process.getuid?.() === 0 && process.env["CI"] === "true") {
    await installFromDebian();
  }
  if (findChromium() !== undefined) return;
  const command = isDebian()
    ? `sudo apt-get install -y ${packages.join(" ")}`
    : "node_modules/.bin/playwright install chromium";
  console.error(`There is no Chromium for the journeys. Run this once, or set CHROMIUM_PATH:\n\n  ${command}\n`);
  process.exit(1);
};
