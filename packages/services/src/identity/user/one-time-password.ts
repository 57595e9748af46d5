import type { Instant } from "@tsunagari/domain";

const validDays = 7;

/** Until when a password that someone else handed over opens the account (ASVS 6.4.1). */
export const oneTimePasswordExpiresAt = (issuedAt: Instant): Instant =>
  new Date(issuedAt.getTime() + validDays * 24 * 60 * 60 * 1000);
