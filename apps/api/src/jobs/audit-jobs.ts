import { checkCity, takeCheckpoint, wasCheckedToday, type AuditVault } from "@tsunagari/services/audit";
import type { Job } from "./schedule.ts";
import { sealCity } from "./sealer.ts";

/** The hourly signature and the nightly check of the chain over the log (threat 19). */
export const auditJobs = (vault: AuditVault): readonly Job[] => [
  {
    name: "audit.checkpoint",
    cron: "17 * * * *",
    run: async (context) => {
      await sealCity(context);
      return takeCheckpoint(context, vault);
    },
  },
  {
    name: "audit.check",
    cron: "40 2 * * *",
    // A program that was off at night makes up for it; one that is restarted by day does not read the whole log again.
    run: async (context) => ((await wasCheckedToday(context)) ? null : checkCity(context, vault)),
  },
];
