import { fileURLToPath } from "node:url";
import { createDatabase } from "@tsunagari/db";
import { readKeyFile, type System } from "@tsunagari/services/kernel";
import type { Hono } from "hono";
import type { Logger } from "pino";
import { openVault } from "./audit-vault.ts";
import { watchClock } from "./clock-watch.ts";
import { readEnv, type Env } from "./env.ts";
import { createApp } from "./http/app.ts";
import { loadPublicSite } from "./http/public-site.ts";
import type { HttpEnv } from "./http/request.ts";
import { startWorker } from "./jobs/worker.ts";
import { maintenanceSwitch } from "./maintenance-file.ts";
import { createLogger, errorFields, serviceLog } from "./log.ts";
import { openSmtpMailer } from "./mail/smtp-mailer.ts";
import { meteredDatabase } from "./metrics/metered-database.ts";
import { createMetrics, type Metrics } from "./metrics/metrics.ts";
import { metricsPage } from "./metrics/page.ts";
import { listenOn } from "./serve.ts";

const graceMs = 10_000;
/** A person who waits longer than this believes the page is broken; 503 says what to do. */
const beginWithinMs = 5000;

const builtBy = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const openSystem = async (env: Env, logger: Logger, metrics: Metrics | null): Promise<System> => {
  const keys = await readKeyFile(env.keyFile);
  const db = createDatabase(env.databaseUrl, { beginWithinMs });
  await db.assertSafeLogin();
  const counted = metrics === null ? db : meteredDatabase(db, metrics);
  return { db: counted, keys, log: serviceLog(logger), ...(env.clock === null ? {} : { clock: env.clock }) };
};

type Parts = {
  readonly system: System;
  readonly logger: Logger;
  readonly metrics: Metrics | null;
  readonly isServing: () => boolean;
};

const openFaces = async (env: Env, { system, logger, metrics, isServing }: Parts): Promise<Hono<HttpEnv>> =>
  createApp({
    system,
    logger,
    roles: env.roles,
    origins: env.origins,
    trustedProxies: env.trustedProxies,
    publicPerMinute: env.publicPerMinute,
    defaultCity: env.defaultCity,
    folders: {
      staff: builtBy("staff-portal/dist"),
      partner: builtBy("partner-portal/dist"),
      publicAssets: builtBy("resource-map/dist/server"),
    },
    publicSite: env.roles.includes("public")
      ? await loadPublicSite(builtBy("resource-map/dist/server/entry.js"))
      : null,
    isServing,
    maintenance: maintenanceSwitch(env.maintenanceFile),
    ...(metrics === null ? {} : { observeRequest: metrics.observeRequest }),
  });

const run = async (env: Env, logger: Logger): Promise<void> => {
  const metrics = env.metrics === null ? null : createMetrics();
  const system = await openSystem(env, logger, metrics);
  let isServing = true;
  const app = await openFaces(env, { system, logger, metrics, isServing: () => isServing });
  const listening = await listenOn(app, env);
  const worker = env.roles.includes("worker")
    ? await startWorker(system, {
        databaseUrl: env.databaseUrl,
        logger,
        vault: await openVault(env),
        mailer: env.mail === null ? null : await openSmtpMailer(env.mail),
      })
    : null;
  const metricsListening =
    metrics === null || env.metrics === null
      ? null
      : await listenOn(metricsPage({ metrics, system, worker }), env.metrics);
  const clockWatch = watchClock(system.db, logger);
  logger.info({
    event: "program.ready",
    port: listening.port,
    host: listening.hosts.join(" "),
    roles: env.roles.join(","),
    metricsPort: metricsListening?.port,
  });

  const stop = async (signal: string): Promise<void> => {
    if (!isServing) return;
    isServing = false;
    logger.info({ event: "program.stopping", signal });
    clockWatch.stop();
    await Promise.all([listening.stop(graceMs), metricsListening?.stop(0), worker?.stop(graceMs)]);
    await system.db.close();
    logger.info({ event: "program.stopped" });
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void stop(signal));
};

const logger = createLogger();
process.on("unhandledRejection", (error) => logger.error({ event: "program.unhandled", ...errorFields(error) }));
try {
  await run(readEnv(), logger);
} catch (error) {
  logger.fatal({ event: "program.not_started", ...errorFields(error) });
  // Said to the person who starts the program, on their own terminal; it holds names of settings, no value of any.
  process.stderr.write(`${error instanceof Error ? error.message : "The program could not start."}\n`);
  process.exit(1);
}
