import { existsSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { withLock } from "../run/lock.mjs";
import { installed, runCommand } from "./command.ts";
import { repository, toolchain } from "./paths.ts";
import { sourceHash } from "./source-hash.ts";

const marker = `${toolchain}/built`;
const builtApps = ["staff-portal", "partner-portal", "resource-map"];

const isBuilt = async (hash: string): Promise<boolean> =>
  builtApps.every((app) => existsSync(`${repository}/apps/${app}/dist`)) &&
  (await readFile(marker, "utf8").catch(() => "")) === hash;

/** Builds the portals and the public site, unless they were built from these very sources. */
export const buildApps = (onProgress: (line: string) => void, signal?: AbortSignal): Promise<void> =>
  withLock(`${toolchain}/build-lock`, async () => {
    const hash = await sourceHash(["apps", "packages"]);
    if (await isBuilt(hash)) return;
    onProgress("Building the portals and the public site (about half a minute)");
    const filters = builtApps.map((app) => `--filter=@tsunagari/${app}`);
    const args = ["run", "build", ...filters, "--output-logs=errors-only"];
    const code = await runCommand(installed("turbo"), args, signal === undefined ? {} : { signal });
    if (code !== 0) throw new Error("The build failed: look at the lines above.");
    await writeFile(marker, hash);
  });
