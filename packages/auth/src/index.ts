export { findAccounts, recordSignIn, type Account } from "./account.ts";
export {
  accountLimit,
  addressLimit,
  clearAttempts,
  networkOf,
  returnAttempt,
  takeAttempt,
  writeNothing,
  type AttemptLimit,
} from "./attempts.ts";
export {
  blankSessionCookie,
  readSessionCookie,
  sessionCookie,
  sessionCookieName,
  type CookieSecurity,
} from "./cookie.ts";
export { absoluteHours, idleMinutes } from "./lifetime.ts";
export { createOneTimePassword, hashPassword, verifyPassword } from "./password.ts";
export {
  createSession,
  purgeExpiredSessions,
  revokeAllSessions,
  revokeSession,
  validateSession,
  type Session,
} from "./session.ts";
export type { AuthSystem } from "./system.ts";
