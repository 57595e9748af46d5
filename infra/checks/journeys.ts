import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, isAlive, removeCluster } from "@tsunagari/db/embedded";
import { runCommand } from "../instance/command.ts";
import { maintenanceFile, startInstance } from "../instance/instance.ts";
import { repository } from "../instance/paths.ts";
import { stopLeftApi } from "../instance/run-file.ts";
import { add, countPlaywright, failure, readReport, type Outcome } from "./outcome.ts";

const prefix = "tsunagari-e2e-";
const results = `${repository}/tests/test-results`;

const removeInstance = async (directory: string): Promise<void> => {
  await stopLeftApi(directory, console.info);
  await removeCluster(`${directory}/postgresql`, console.info);
  await rm(directory, { recursive: true, force: true });
};

/** A killed run leaves its program, its server and its folder. */
const removeAbandoned = async (): Promise<void> => {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(prefix)) continue;
    const directory = join(tmpdir(), name);
    const owner = Number.parseInt(await readFile(join(directory, "owner"), "utf8").catch(() => ""), 10);
    if (!Number.isNaN(owner) && !(await isAlive(owner))) await removeInstance(directory);
  }
};

const playwright = async (baseUrl: string, directory: string): Promise<Outcome> => {
  const report = `${results}/e2e.json`;
  await rm(report, { force: true });
  const code = await runCommand(
    `${repository}/tests/node_modules/.bin/playwright`,
    ["test", ...process.argv.slice(2)],
    {
      cwd: `${repository}/tests`,
      env: { ...process.env, E2E_BASE_URL: baseUrl, E2E_MAINTENANCE_FILE: maintenanceFile(directory) },
    },
  );
  const outcome = countPlaywright(await readReport(report));
  if (code !== 0) {
    await copyFile(`${directory}/api.log`, `${results}/api.log`);
    console.info("The program's log of these journeys: tests/test-results/api.log");
  }
  return code === 0 || outcome.failed > 0 ? outcome : add(outcome, failure("Playwright failed"));
};

/** Runs the journeys against a system of their own, with its own data and port, started as `npm start` starts it. */
export const runJourneys = async (): Promise<Outcome> => {
  await removeAbandoned();
  const directory = await mkdtemp(join(tmpdir(), prefix));
  await writeFile(join(directory, "owner"), String(process.pid));
  await mkdir(results, { recursive: true });
  const controller = new AbortController();
  const interrupted = () => controller.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, interrupted);
  try {
    const port = await freePort();
    const instance = await startInstance({
      directory,
      port,
      durable: false,
      onProgress: console.info,
      signal: controller.signal,
    });
    try {
      return await playwright(instance.baseUrl, directory);
    } finally {
      await instance.stop();
    }
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, interrupted);
    await removeInstance(directory);
  }
};
