export { tokenHashOf } from "./adapter.ts";
export { findAccounts, recordSignIn, type Account } from "./account.ts";
export {
  beginLinks,
  createLinkToken,
  findLink,
  linkHashOf,
  useLink,
  type NewLink,
  type OpenLink,
} from "./account-link.ts";
export {
  accountLimit,
  addressLimit,
  clearAttempts,
  householdOf,
  networkOf,
  returnAttempt,
  takeAttempt,
  writeNothing,
  type AttemptLimit,
} from "./attempts.ts";
export {
  answerChallenge,
  createChallenge,
  findChallenge,
  type ChallengeOwner,
  type ChallengePurpose,
} from "./challenge.ts";
export {
  blankSessionCookie,
  readSessionCookie,
  sessionCookie,
  sessionCookieName,
  type CookieSecurity,
} from "./cookie.ts";
export { absoluteHours, idleMinutes } from "./lifetime.ts";
export { takeGuess } from "./guesses.ts";
export {
  challengeIn,
  passkeyCreation,
  passkeyRequest,
  relyingPartyOf,
  usePasskey,
  verifyNewPasskey,
  type NewPasskey,
  type RelyingParty,
} from "./passkey.ts";
export { createOneTimePassword, hashPassword, verifyPassword } from "./password.ts";
export {
  createSession,
  purgeExpiredSessions,
  revokeAllSessions,
  revokeSession,
  validateSession,
  type Session,
} from "./session.ts";
export {
  factorsOf,
  findAccount,
  useRecoveryCode,
  useTotp,
  type AccountWithFactors,
  type KnownPasskey,
} from "./second-factor.ts";
export { renewSession } from "./step-up.ts";
export { createTotpSecret, totpCode, totpUri } from "./totp.ts";
export { noteBrowser, rotateSession } from "./session-upkeep.ts";
export type { AuthSystem } from "./system.ts";
