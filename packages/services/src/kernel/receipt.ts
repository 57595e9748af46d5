import { and, eq, type Tx } from "@tsunagari/db";
import { commandReceipt } from "@tsunagari/db/schema";
import type { Actor, Instant, MunicipalityId } from "@tsunagari/domain";
import { userIdOf } from "./context.ts";
import { fail } from "./fail.ts";

type Attempt = {
  readonly actor: Actor;
  readonly municipalityId: MunicipalityId;
  readonly requestId: string;
  readonly action: string;
  readonly at: Instant;
};

/**
 * D-37: claims a request id within the transaction. A second attempt waits for the first and is given its result id;
 * where the first failed, the second goes ahead.
 */
export const claimRequest = async (tx: Tx, attempt: Attempt): Promise<string | null> => {
  const { municipalityId, requestId, action } = attempt;
  const claimed = await tx
    .insert(commandReceipt)
    .values({ municipalityId, id: requestId, userId: userIdOf(attempt.actor), action, createdAt: attempt.at })
    .onConflictDoNothing()
    .returning({ id: commandReceipt.id });
  if (claimed.length === 1) return null;
  const [earlier] = await tx
    .select({ action: commandReceipt.action, resultId: commandReceipt.resultId })
    .from(commandReceipt)
    .where(and(eq(commandReceipt.municipalityId, municipalityId), eq(commandReceipt.id, requestId)));
  if (earlier?.action !== action || earlier.resultId === null) return fail("conflict", "kernel.request_reused");
  return earlier.resultId;
};

/** Notes what the command gave. */
export const settleRequest = async (tx: Tx, attempt: Attempt, resultId: string): Promise<void> => {
  await tx
    .update(commandReceipt)
    .set({ resultId })
    .where(and(eq(commandReceipt.municipalityId, attempt.municipalityId), eq(commandReceipt.id, attempt.requestId)));
};
