import { recordSignIn, revokeSession, validateSession } from "@tsunagari/auth";
import type { Portal } from "@tsunagari/domain/identity";
import { asDomainError, newId, type System } from "../../kernel/index.ts";

/** Ends the session of a portal's cookie. A token that is none any more is no error: the user is signed out. */
export const signOut = async (
  system: System,
  shown: { readonly portal: Portal; readonly sessionToken: string | null },
): Promise<void> => {
  if (shown.sessionToken === null) return;
  try {
    const session = await validateSession(system, { portal: shown.portal, token: shown.sessionToken });
    if (!session) return;
    await revokeSession(system, shown.sessionToken);
    await recordSignIn(system, { ...session, id: newId<"audit">(), action: "identity.signOut", reason: null });
  } catch (error) {
    throw asDomainError(error);
  }
};
