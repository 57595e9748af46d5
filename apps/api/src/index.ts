export { createApp } from "./http/app.ts";
export { contentSecurityPolicy, transportSecurity } from "./http/security-headers.ts";
export { loadPublicSite, type PublicSite } from "./http/public-site.ts";
export type { SiteOptions } from "./http/site.ts";
export { allowedLogFields, createLogger } from "./log.ts";
export { prepareQueue } from "./jobs/queue.ts";
export { auditJobs } from "./jobs/audit-jobs.ts";
export { jobs } from "./jobs/schedule.ts";
export { runInEveryCity, startWorker, type RunningWorker } from "./jobs/worker.ts";
