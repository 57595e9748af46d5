import { sql } from "@tsunagari/db";
import { generateIdFromEntropySize } from "lucia";
import { tokenHashOf } from "./adapter.ts";
import { beforeActor, type AuthSystem } from "./system.ts";

/**
 * Gives a session whose rights have changed another token (ASVS 7.2.4). The one before opens nothing more after ten
 * seconds, which requests need that were under way. Null where another request was first.
 */
export const rotateSession = async (system: AuthSystem, token: string): Promise<string | null> => {
  // 200 random bits in base 32, the shape of Lucia's own.
  const fresh = generateIdFromEntropySize(25);
  const [row] = await beforeActor(system, (tx) =>
    tx.execute<{ done: boolean }>(
      sql`select app.auth_session_rotate(${tokenHashOf(token)}, ${tokenHashOf(fresh)}) as done`,
    ),
  );
  return row?.done === true ? fresh : null;
};

/** Notes once where a session is used, so that its owner knows it again in the list of his sessions. */
export const noteBrowser = async (
  system: AuthSystem,
  session: { readonly municipalityId: string; readonly id: string; readonly browser: string },
): Promise<void> => {
  await beforeActor(system, (tx) =>
    tx.execute(
      sql`select app.auth_session_browser(${session.municipalityId}::uuid, ${session.id}::uuid, ${session.browser})`,
    ),
  );
};
