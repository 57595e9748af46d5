import { listCities } from "@tsunagari/services/municipality";
import type { AuditVault } from "@tsunagari/services/audit";
import type { System } from "@tsunagari/services/kernel";
import type { Mailer } from "@tsunagari/services/notice";
import type { Logger } from "pino";
import { errorFields } from "../log.ts";
import { auditJobs } from "./audit-jobs.ts";
import { mailJobs } from "./mail-jobs.ts";
import { openQueue, waitingJobs, type WaitingJobs } from "./queue.ts";
import { jobs, jobTimeZone, type Job } from "./schedule.ts";
import { startSealer } from "./sealer.ts";

export type RunningWorker = {
  /** Lets the job under way finish, at most `graceMs`. */
  readonly stop: (graceMs: number) => Promise<void>;
  /** Jobs that are not done yet. */
  readonly waitingJobs: () => Promise<readonly WaitingJobs[]>;
};

/** Runs a job for every city, one after the other; a city that fails does not keep the others waiting. */
export const runInEveryCity = async (system: System, logger: Logger, job: Job): Promise<void> => {
  const cities = await listCities.execute({ ...system, actor: { kind: "public", municipalityId: null } }, {});
  let hasFailed = false;
  for (const { id: municipalityId } of cities) {
    try {
      await job.run({ ...system, actor: { kind: "worker", municipalityId, job: job.name } });
    } catch (error) {
      hasFailed = true;
      logger.error({ event: "job.failed", job: job.name, municipalityId, ...errorFields(error) });
    }
  }
  if (hasFailed) throw new Error(`${job.name} failed in a city`);
  logger.info({ event: "job.done", job: job.name });
};

type WorkerOptions = {
  readonly databaseUrl: string;
  readonly logger: Logger;
  readonly vault: AuditVault;
  /** Null where no mail server is set up. */
  readonly mailer?: Mailer | null;
};

/**
 * Takes jobs at their times, and each once at the start, so that a program that was off at midnight makes up for it.
 * Several workers may run: a job goes to one of them.
 */
export const startWorker = async (
  system: System,
  { databaseUrl, logger, vault, mailer = null }: WorkerOptions,
): Promise<RunningWorker> => {
  const boss = openQueue(databaseUrl);
  boss.on("error", (error) => logger.error({ event: "queue.error", ...errorFields(error) }));
  await boss.start();
  for (const job of [...jobs, ...auditJobs(vault), ...mailJobs(mailer)]) {
    await boss.createQueue(job.name, { policy: "singleton", retryLimit: 3, retryDelay: 60, retryBackoff: true });
    await boss.schedule(job.name, job.cron, null, { tz: jobTimeZone });
    await boss.work(job.name, () => runInEveryCity(system, logger, job));
    await boss.send(job.name);
  }
  const sealer = startSealer(system, logger);
  return {
    waitingJobs: () => waitingJobs(boss),
    stop: async (graceMs) => {
      await Promise.all([sealer.stop(), boss.stop({ graceful: true, timeout: graceMs })]);
    },
  };
};
