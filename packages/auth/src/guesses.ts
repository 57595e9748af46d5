import { sql } from "@tsunagari/db";
import { beforeActor, type AuthSystem } from "./system.ts";

/** d7: how many may be made freely, and how the wait grows after them. */
export type GuessDelay = {
  readonly free: number;
  readonly firstSeconds: number;
  /** Never longer, and never for good: nobody locks another out (ASVS 6.1.1). */
  readonly longestSeconds: number;
};

/** Passwords and codes: five freely, then one minute, two, four, up to a quarter of an hour. */
export const guessDelay: GuessDelay = { free: 5, firstSeconds: 60, longestSeconds: 15 * 60 };

/**
 * Takes one guess before it is made, so that many at once cannot slip through. Null where it may be made, else the
 * seconds to wait; asking while one has to wait does not prolong the wait. `clearAttempts` forgets them.
 */
export const takeGuess = async (
  system: AuthSystem,
  key: string,
  delay: GuessDelay = guessDelay,
): Promise<number | null> => {
  const [row] = await beforeActor(system, (tx) =>
    tx.execute<{ wait: number }>(sql`select app.auth_guess(${key}, ${delay.free}::integer,
      ${delay.firstSeconds}::integer, ${delay.longestSeconds}::integer) as wait`),
  );
  const wait = row?.wait ?? 0;
  return wait > 0 ? wait : null;
};
