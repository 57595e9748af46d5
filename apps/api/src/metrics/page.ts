import type { System } from "@tsunagari/services/kernel";
import { Hono } from "hono";
import type { HttpEnv } from "../http/request.ts";
import { readSkew } from "../clock-watch.ts";
import type { RunningWorker } from "../jobs/worker.ts";
import { readBacklog } from "./backlog.ts";
import type { Metrics } from "./metrics.ts";

type Read = {
  readonly metrics: Metrics;
  readonly system: System;
  /** Backlogs are told by the node that works on them, once, not by every node. */
  readonly worker: RunningWorker | null;
};

const readDatabase = async ({ metrics, system }: Read): Promise<void> => {
  const skew = await readSkew(system.db, Date.now);
  metrics.database.up.set(skew === null ? 0 : 1);
  if (skew !== null) metrics.database.clockSkew.set(skew / 1000);
};

const readBacklogs = async ({ metrics: { backlog }, system, worker }: Read): Promise<void> => {
  if (worker === null) return;
  try {
    const found = await readBacklog(system);
    backlog.mail.set(found.mail);
    backlog.mailAge.set(found.mailSeconds);
    backlog.unsealed.set(found.unsealed);
    backlog.sealAge.set(found.unsealedSeconds);
    const waiting = await worker.waitingJobs();
    backlog.jobs.reset();
    for (const { job, state, count } of waiting) backlog.jobs.set({ job, state }, count);
  } catch {
    // What was found last would look like now.
    for (const gauge of [backlog.mail, backlog.mailAge, backlog.unsealed, backlog.sealAge, backlog.jobs]) gauge.reset();
    backlog.failures.inc();
  }
};

/** `/metrics` in Prometheus' text, on a listener of its own: the public one never has it (ASVS 13.4.5). */
export const metricsPage = (read: Read): Hono<HttpEnv> => {
  const app = new Hono<HttpEnv>();
  app.get("/metrics", async (c) => {
    await readDatabase(read);
    await readBacklogs(read);
    return c.body(await read.metrics.registry.metrics(), 200, {
      "Content-Type": read.metrics.registry.contentType,
      "Cache-Control": "no-store",
    });
  });
  return app;
};
