import type { Portal } from "@tsunagari/domain/identity";
import type { AssuranceLevel } from "@tsunagari/domain/kernel";
import { Lucia, TimeSpan } from "lucia";
import { accountName, createAdapter, type AccountAttributes, type SessionAttributes } from "./adapter.ts";
import { isSessionToken } from "./cookie.ts";
import { absoluteHours } from "./lifetime.ts";
import type { AuthSystem } from "./system.ts";

/** A live session and the account behind it. */
export type Session = SessionAttributes & AccountAttributes;

/** The only place that knows Lucia's sessions; it is in maintenance, and this file is what would be replaced. */
const luciaOf = (system: AuthSystem) =>
  new Lucia<SessionAttributes, AccountAttributes>(createAdapter(system), {
    sessionExpiresIn: new TimeSpan(absoluteHours, "h"),
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });

/**
 * Begins a session after signing in and gives its token, which is stored nowhere. `replaces` is the token the browser
 * held before: it is worth nothing afterwards, so that a session someone planted is not the one that is used.
 */
export const createSession = async (
  system: AuthSystem,
  owner: {
    readonly portal: Portal;
    readonly municipalityId: string;
    readonly userId: string;
    readonly assurance: AssuranceLevel;
    readonly replaces?: string | null;
  },
): Promise<string> => {
  const lucia = luciaOf(system);
  if (owner.replaces) await revokeSession(system, owner.replaces);
  const now = new Date();
  const session = await lucia.createSession(accountName(owner.municipalityId, owner.userId), {
    portal: owner.portal,
    assurance: owner.assurance,
    authenticatedAt: now,
    endsAt: now,
  });
  return session.id;
};

/** The session of a token shown at a portal, or null; it must be alive, of that portal, and its account active. */
export const validateSession = async (
  system: AuthSystem,
  shown: { readonly portal: Portal; readonly token: string },
): Promise<Session | null> => {
  if (!isSessionToken(shown.token)) return null;
  const { session, user } = await luciaOf(system).validateSession(shown.token);
  if (!session || session.portal !== shown.portal) return null;
  return {
    portal: session.portal,
    assurance: session.assurance,
    authenticatedAt: session.authenticatedAt,
    endsAt: session.endsAt,
    ...(session.upkeep === undefined ? {} : { upkeep: session.upkeep }),
    municipalityId: user.municipalityId,
    userId: user.userId,
    departmentId: user.departmentId,
    organizationId: user.organizationId,
    mustChangePassword: user.mustChangePassword,
    isSecondFactorRequired: user.isSecondFactorRequired,
    stepUpMinutes: user.stepUpMinutes,
    roles: user.roles,
  };
};

/** Ends one session; a token that is none is no error. */
export const revokeSession = async (system: AuthSystem, token: string): Promise<void> => {
  if (isSessionToken(token)) await luciaOf(system).invalidateSession(token);
};

/** Ends every session of an account. */
export const revokeAllSessions = (
  system: AuthSystem,
  owner: { readonly municipalityId: string; readonly userId: string },
): Promise<void> => luciaOf(system).invalidateUserSessions(accountName(owner.municipalityId, owner.userId));

/** Clears what nobody can use any more: ended sessions and counters that have run out. For the worker. */
export const purgeExpiredSessions = (system: AuthSystem): Promise<void> => luciaOf(system).deleteExpiredSessions();
