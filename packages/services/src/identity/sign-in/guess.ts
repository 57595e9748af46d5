import { clearAttempts, takeGuess } from "@tsunagari/auth";
import { fail, type System } from "../../kernel/index.ts";

/**
 * Lets one guess at something of an account be made, counted before it is made; `clear` forgets them after one that
 * fits. The wait is the account's, wherever it is tried from: whoever gets here has its password already.
 */
export const demandGuess = async (system: System, userId: string): Promise<{ readonly clear: () => Promise<void> }> => {
  const key = `second-factor:${userId}`;
  const wait = await takeGuess(system, key);
  if (wait !== null) return fail("limit", "identity.too_many_attempts", { retryAfterSeconds: wait });
  return { clear: () => clearAttempts(system, key) };
};
