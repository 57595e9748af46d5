import { bigint, boolean, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, instant, tenantColumns, tenantKey, tenantReference } from "./columns.ts";
import { userAccount } from "./identity.ts";

/** A user's authenticator app (RFC 6238). It counts once a first code has confirmed it. */
export const totpFactor = pgTable(
  "totp_factor",
  {
    ...tenantColumns(),
    userId: uuid().notNull(),
    /** Under the city's key: who reads a dump cannot make codes from it. */
    secretCiphertext: bytea().notNull(),
    /** The time step of the last code taken; this one and earlier ones are worth nothing more. */
    lastStep: bigint({ mode: "number" }),
    confirmedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantKey(t),
    unique("totp_factor_user_uq").on(t.municipalityId, t.userId),
    tenantReference("totp_factor_user_id", { municipalityId: t.municipalityId, column: t.userId }, userAccount),
  ],
);

/** A passkey (WebAuthn credential) of a user; only its public key is here. */
export const passkey = pgTable(
  "passkey",
  {
    ...tenantColumns(),
    userId: uuid().notNull(),
    /** As the authenticator names it, base64url. */
    credentialId: text().notNull(),
    /** The host it was made for; a browser offers it nowhere else. */
    rpId: text().notNull(),
    publicKey: bytea().notNull(),
    /** Counts up with every use, where the authenticator counts at all. */
    counter: bigint({ mode: "number" }).notNull(),
    transports: text().array().notNull(),
    isBackupEligible: boolean().notNull(),
    isBackedUp: boolean().notNull(),
    /** What its owner calls it, under the city's key: it may hold a name. */
    nameCiphertext: bytea().notNull(),
    createdAt: instant().notNull(),
    lastUsedAt: instant(),
  },
  (t) => [
    tenantKey(t),
    unique("passkey_credential_uq").on(t.credentialId),
    index("passkey_user_idx").on(t.municipalityId, t.userId),
    tenantReference("passkey_user_id", { municipalityId: t.municipalityId, column: t.userId }, userAccount),
  ],
);

/** A recovery code by its HMAC under a key outside the database. */
export const recoveryCode = pgTable(
  "recovery_code",
  {
    ...tenantColumns(),
    userId: uuid().notNull(),
    codeHmac: bytea().notNull(),
    usedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [
    tenantKey(t),
    unique("recovery_code_uq").on(t.municipalityId, t.userId, t.codeHmac),
    tenantReference("recovery_code_user_id", { municipalityId: t.municipalityId, column: t.userId }, userAccount),
  ],
);

/**
 * A challenge that can be answered once, by its hash. Where nobody is known yet (signing in with a passkey alone) it
 * belongs to no city, which is why this table is none of the tenants'.
 */
export const authChallenge = pgTable("auth_challenge", {
  challengeHash: text().primaryKey(),
  purpose: text().notNull(),
  portal: text().notNull(),
  municipalityId: uuid(),
  userId: uuid(),
  expiresAt: instant().notNull(),
});
