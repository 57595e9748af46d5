import { and, eq, prepareStatement, send, sql, type Tx } from "@tsunagari/db";
import { commandReceipt } from "@tsunagari/db/schema";
import type { Actor, MunicipalityId } from "@tsunagari/domain";
import { userIdOf } from "./context.ts";
import { fail } from "./fail.ts";

type Attempt = {
  readonly actor: Actor;
  readonly municipalityId: MunicipalityId;
  readonly requestId: string;
  readonly action: string;
};

type Claim = { city: string; requestId: string; userId: string | null; action: string };

const claim = prepareStatement<{ id: string }, Claim>(sql`
  insert into command_receipt (municipality_id, id, user_id, action, created_at)
  values (${sql.placeholder("city")}, ${sql.placeholder("requestId")}, ${sql.placeholder("userId")},
          ${sql.placeholder("action")}, app.now())
  on conflict do nothing returning id`);

/**
 * D-37: claims a request id within the transaction. A second attempt waits for the first and is given its result id;
 * where the first failed, the second goes ahead. Gives whether this attempt is the first; `earlierResult` has the rest.
 */
export const claimRequest = async (tx: Tx, attempt: Attempt): Promise<boolean> => {
  const { municipalityId, requestId, action, actor } = attempt;
  const claimed = await send(tx, claim, { city: municipalityId, requestId, userId: userIdOf(actor), action });
  return claimed.length === 1;
};

/** What the attempt that came first gave; refuses where it was another command, or another's. */
export const earlierResult = async (tx: Tx, attempt: Attempt): Promise<string> => {
  const { municipalityId, requestId, action } = attempt;
  const [earlier] = await tx
    .select({ action: commandReceipt.action, resultId: commandReceipt.resultId })
    .from(commandReceipt)
    .where(and(eq(commandReceipt.municipalityId, municipalityId), eq(commandReceipt.id, requestId)));
  if (earlier?.action !== action || earlier.resultId === null) return fail("conflict", "kernel.request_reused");
  return earlier.resultId;
};
