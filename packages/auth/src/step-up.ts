import { sql } from "@tsunagari/db";
import type { AssuranceLevel } from "@tsunagari/domain/kernel";
import { generateIdFromEntropySize } from "lucia";
import { tokenHashOf } from "./adapter.ts";
import { isSessionToken } from "./cookie.ts";
import { beforeActor, type AuthSystem } from "./system.ts";

/** As many random bytes as Lucia puts into a token. */
const tokenBytes = 25;

/**
 * Notes that the owner of a session has just shown again who he is, and gives its new token; the one before is worth
 * nothing from then on. Null where the session is over. How long it may live at most does not change.
 */
export const renewSession = async (
  system: AuthSystem,
  shown: { readonly token: string; readonly assurance: AssuranceLevel },
): Promise<string | null> => {
  if (!isSessionToken(shown.token)) return null;
  const token = generateIdFromEntropySize(tokenBytes);
  const [row] = await beforeActor(system, (tx) =>
    tx.execute<{ ok: boolean }>(sql`select app.auth_session_step_up(${tokenHashOf(shown.token)},
      ${tokenHashOf(token)}, ${shown.assurance}::smallint) as ok`),
  );
  return row?.ok === true ? token : null;
};
