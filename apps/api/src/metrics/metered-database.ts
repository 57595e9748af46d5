import type { Database } from "@tsunagari/db";
import type { Metrics } from "./metrics.ts";

/** The same database, its transactions counted: how many run, how many wait for a connection, how long they take. */
export const meteredDatabase = (db: Database, { database }: Metrics): Database => ({
  ...db,
  asActor: async (settings, work) => {
    let state: "waiting" | "running" = "waiting";
    database.transactions.inc({ state });
    const took = database.seconds.startTimer({ role: settings.role });
    let outcome = "failed";
    try {
      const result = await db.asActor(settings, (tx) => {
        database.transactions.dec({ state });
        state = "running";
        database.transactions.inc({ state });
        return work(tx);
      });
      outcome = "done";
      return result;
    } finally {
      database.transactions.dec({ state });
      took({ outcome });
    }
  },
});
