import { sql, type Database } from "@tsunagari/db";
import type { Logger } from "pino";

/** Decisions are the database's clock's (D-34), but cookies and logs are this machine's: more than this is told (threat 21). */
const toleratedMs = 2000;
const everyMs = 60_000;

/** How far this machine's clock is from the database's, the way there and back being no skew; negative where behind. */
export const skewOf = (asked: number, database: number, answered: number): number =>
  database < asked ? asked - database : database > answered ? answered - database : 0;

/** The skew at this moment in milliseconds; null where the database does not answer, which is told elsewhere. */
export const readSkew = async (db: Database, clock: () => number): Promise<number | null> => {
  const asked = clock();
  const [row] = await db
    .asActor({ role: "tsunagari_public", municipalityId: null }, (tx) =>
      tx.execute<{ ms: string }>(sql`select floor(extract(epoch from clock_timestamp()) * 1000)::text as ms`),
    )
    .catch(() => []);
  return row ? skewOf(asked, Number(row.ms), clock()) : null;
};

export type ClockWatch = { readonly look: () => Promise<void>; readonly stop: () => void };

/** Compares the clocks now and every minute; logs `clock.skew` in milliseconds where they are too far apart. */
export const watchClock = (
  db: Database,
  logger: Pick<Logger, "error">,
  clock: () => number = () => Date.now(),
): ClockWatch => {
  const look = async (): Promise<void> => {
    const skew = (await readSkew(db, clock)) ?? 0;
    if (Math.abs(skew) > toleratedMs) logger.error({ event: "clock.skew", ms: skew });
  };
  const timer = setInterval(() => void look(), everyMs);
  timer.unref();
  void look();
  return { look, stop: () => clearInterval(timer) };
};
