import { existsSync } from "node:fs";
import { maintenanceFile, startInstance, type Instance } from "./instance.ts";
import { dataDirectory } from "./paths.ts";
import { outsideDatabase } from "./outside.ts";
import { choosePort, StartRefused } from "./port.ts";
import { findRunning, stopLeftApi } from "./run-file.ts";
import { signInTable } from "./sign-ins.ts";

const newSay = () => {
  const startedAt = Date.now();
  return (line: string): void => {
    console.info(`[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} s] ${line}`);
  };
};

const announce = (directory: string, { baseUrl, signIns }: Instance): void => {
  console.info(`
つながりが動いています。
  公開サイト  ${baseUrl}/
  団体の画面  ${baseUrl}/partner/
  職員の画面  ${baseUrl}/staff/

${signIns.length === 0 ? "最初の管理者をつくる: npm run admin -- create --city … --mail … --name …" : signInTable(signIns)}

Ctrl-C で終わります。ログ: ${directory}/api.log
`);
};

const abortOnSignals = (): AbortSignal => {
  const controller = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => controller.abort());
  return controller.signal;
};

const untilAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    // A listener does not keep the process alive, and a supervisor may have nothing else to do.
    const keepAlive = setInterval(() => undefined, 60_000);
    signal.addEventListener("abort", () => {
      clearInterval(keepAlive);
      resolve();
    });
  });

const run = async (signal: AbortSignal, whileRunning: (instance: Instance) => void): Promise<void> => {
  const say = newSay();
  const outside = outsideDatabase(process.env, process.argv.slice(2));
  // Nothing of an outside server's data lies here: only what this run leaves, apart from the demo's.
  const directory = outside === null ? dataDirectory : `${dataDirectory}/outside`;
  const running = await findRunning(directory);
  if (running) throw new StartRefused(`It is running already: ${running.baseUrl} (process ${running.supervisor}).`);
  // It may hold the very port that is asked for.
  await stopLeftApi(directory, say);
  const port = await choosePort(process.env["PORT"]);
  const walArchive = process.env["WAL_ARCHIVE"];
  const instance = await startInstance({
    directory,
    port,
    durable: true,
    outside,
    walArchive,
    onProgress: say,
    signal,
  });
  say("Ready");
  announce(directory, instance);
  if (existsSync(maintenanceFile(dataDirectory)))
    say("All faces say that they are being maintained:  npm run maintenance -- off");
  whileRunning(instance);
  await untilAborted(signal);
  say("Stopping: first the program, then the database");
  await instance.stop();
  say("Stopped");
};

/** Runs the whole system until Ctrl-C or SIGTERM, and ends the process. */
export const runUntilStopped = async (whileRunning: (instance: Instance) => void = () => undefined): Promise<never> => {
  const signal = abortOnSignals();
  try {
    await run(signal, whileRunning);
    return process.exit(0);
  } catch (err) {
    if (signal.aborted) console.error("Stopped before it was ready.");
    else console.error(err instanceof StartRefused ? err.message : err);
    return process.exit(signal.aborted ? 130 : 1);
  }
};
