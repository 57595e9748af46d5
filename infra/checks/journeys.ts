import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort, isAlive, removeCluster } from "@tsunagari/db/embedded";
import { runCommand } from "../instance/command.ts";
import { maintenanceFile, startInstance, type Instance } from "../instance/instance.ts";
import { repository } from "../instance/paths.ts";
import { stopLeftApi } from "../instance/run-file.ts";
import { add, countPlaywright, failure, nothing, readReport, type Outcome } from "./outcome.ts";

const prefix = "tsunagari-e2e-";
const results = `${repository}/tests/test-results`;
const signals = ["SIGINT", "SIGTERM"] as const;

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

/** Journeys, then the walk: a run each, so that what fails on a journey does not hide what the walk finds. */
const parts = ["journeys", "walk"] as const;

const playwright = async (part: (typeof parts)[number], { instance, directory }: Ready): Promise<Outcome> => {
  const report = `${results}/e2e-${part}.json`;
  await rm(report, { force: true });
  const code = await runCommand(
    `${repository}/tests/node_modules/.bin/playwright`,
    ["test", "--project", part, "--no-deps", "--pass-with-no-tests", ...process.argv.slice(2)],
    {
      cwd: `${repository}/tests`,
      env: {
        ...process.env,
        E2E_BASE_URL: instance.baseUrl,
        E2E_DIRECTORY: directory,
        E2E_MAINTENANCE_FILE: maintenanceFile(directory),
        E2E_REPORT: report,
      },
    },
  );
  const outcome = countPlaywright(await readReport(report));
  if (code !== 0) {
    await copyFile(`${directory}/api.log`, `${results}/api.log`);
    console.info("The program's log of these journeys: tests/test-results/api.log");
  }
  return code === 0 || outcome.failed > 0 ? outcome : add(outcome, failure(`Playwright failed in the ${part}`));
};

type Ready = { readonly directory: string; readonly instance: Instance; readonly close: () => Promise<void> };

/** A system of its own, with its own data and port, started as `npm start` starts it. */
const open = async (): Promise<Ready> => {
  await removeAbandoned();
  const directory = await mkdtemp(join(tmpdir(), prefix));
  await writeFile(join(directory, "owner"), String(process.pid));
  await mkdir(results, { recursive: true });
  const controller = new AbortController();
  const interrupted = () => controller.abort();
  for (const signal of signals) process.on(signal, interrupted);
  const clear = async () => {
    for (const signal of signals) process.off(signal, interrupted);
    await removeInstance(directory);
  };
  try {
    const port = await freePort();
    const instance = await startInstance({
      directory,
      port,
      durable: false,
      // All journeys come from one address, and the walk opens every page.
      settings: { PUBLIC_RATE_LIMIT: "0" },
      onProgress: console.info,
      signal: controller.signal,
    });
    const close = async () => {
      try {
        await instance.stop();
      } finally {
        await clear();
      }
    };
    return { directory, instance, close };
  } catch (err) {
    await clear();
    throw err;
  }
};

let opening: Promise<Ready> | undefined;

/** Who is told to stop while the system is only prepared takes it away and goes, whatever else runs. */
const leave = async (): Promise<void> => {
  try {
    await (await opening)?.close();
  } finally {
    process.exit(1);
  }
};
const leaveAtOnce = (): void => void leave();

/** Begins with the system of the journeys: half of that is waiting, which other tests can use. */
export const prepareJourneys = (): void => {
  opening = open();
  // Told by who wants the system; until then nobody waits for it.
  opening.catch(() => undefined);
  for (const signal of signals) process.once(signal, leaveAtOnce);
};

/** Runs the journeys against a system of their own. */
export const runJourneys = async (): Promise<Outcome> => {
  for (const signal of signals) process.off(signal, leaveAtOnce);
  const ready = await (opening ?? open());
  try {
    let outcome = nothing;
    for (const part of parts) outcome = add(outcome, await playwright(part, ready));
    return outcome;
  } finally {
    await ready.close();
  }
};
