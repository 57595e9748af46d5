import type { Database } from "@tsunagari/db";
import type { Metrics } from "./metrics.ts";

/** The same database, its transactions counted: how many run, how many wait for a connection, how long they take. */
export const meteredDatabase = (db: Database, { database }: Metrics): Database => {
  const asActorAhead: Database["asActorAhead"] = async (settings, work) => {
    let state: "waiting" | "running" = "waiting";
    database.transactions.inc({ state });
    const took = database.seconds.startTimer({ role: settings.role });
    let outcome = "failed";
    try {
      const result = await db.asActorAhead(settings, {
        first: (tx) => {
          database.transactions.dec({ state });
          state = "running";
          database.transactions.inc({ state });
          return work.first(tx);
        },
        rest: work.rest,
      });
      outcome = "done";
      return result;
    } finally {
      database.transactions.dec({ state });
      took({ outcome });
    }
  };
  return {
    ...db,
    asActorAhead,
    asActor: (settings, work) => asActorAhead(settings, { first: async () => null, rest: work }),
    // One packet: waiting and running are not told apart.
    ask: async (settings, statement, values) => {
      database.transactions.inc({ state: "running" });
      const took = database.seconds.startTimer({ role: settings.role });
      let outcome = "failed";
      try {
        const answer = await db.ask(settings, statement, values);
        outcome = "done";
        return answer;
      } finally {
        database.transactions.dec({ state: "running" });
        took({ outcome });
      }
    },
  };
};
