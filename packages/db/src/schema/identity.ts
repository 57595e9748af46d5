import {
  bigint,
  boolean,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  smallint,
  text,
  unique,
  uuid,
} from "drizzle-orm/pg-core";
import { bytea, instant, tenantColumns, tenantKey, tenantReference, version } from "./columns.ts";
import { department, municipality } from "./municipality.ts";
import { organization } from "./organization.ts";

/** A person who signs in, of one city; names and mail are encrypted with the city's key (D-35). */
export const userAccount = pgTable(
  "user_account",
  {
    ...tenantColumns(),
    kind: text().notNull(),
    organizationId: uuid(),
    departmentId: uuid(),
    mailHmac: bytea().notNull(),
    mailCiphertext: bytea().notNull(),
    nameCiphertext: bytea().notNull(),
    passwordHash: text(),
    /** Until when a one-time password opens the account; null for a password its owner has chosen. */
    passwordExpiresAt: instant(),
    status: text().notNull(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("user_account_mail_uq").on(t.municipalityId, t.kind, t.mailHmac),
    index("user_account_mail_hmac_idx").on(t.mailHmac),
    foreignKey({
      name: "user_account_municipality_id_fk",
      columns: [t.municipalityId],
      foreignColumns: [municipality.id],
    }),
    tenantReference(
      "user_account_organization_id",
      { municipalityId: t.municipalityId, column: t.organizationId },
      organization,
    ),
    tenantReference(
      "user_account_department_id",
      { municipalityId: t.municipalityId, column: t.departmentId },
      department,
    ),
  ],
);

/** A dated role with its scope (D-29); one person may hold several and they do not add up across scopes. */
export const roleAssignment = pgTable(
  "role_assignment",
  {
    ...tenantColumns(),
    userId: uuid().notNull(),
    roleCode: text().notNull(),
    scopeKind: text().notNull(),
    scopeId: uuid(),
    sinceOn: date().notNull(),
    untilOn: date(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    index("role_assignment_user_idx").on(t.municipalityId, t.userId),
    tenantReference("role_assignment_user_id", { municipalityId: t.municipalityId, column: t.userId }, userAccount),
  ],
);

/** A session; `tokenHash` is the SHA-256 of what the cookie holds, so a stolen row opens nothing. */
export const authSession = pgTable(
  "auth_session",
  {
    ...tenantColumns(),
    tokenHash: text().notNull().unique("auth_session_token_uq"),
    userId: uuid().notNull(),
    portal: text().notNull(),
    assurance: smallint().notNull(),
    authenticatedAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    expiresAt: instant().notNull(),
    /** Family of browser and system, `chrome/windows`, so that its owner knows it again; never the whole user agent. */
    browser: text(),
    /** Rights of the account have changed: the next request is given another token. */
    rotationDue: boolean().notNull().default(false),
    /** The token before, for requests that were under way while it was replaced. */
    previousTokenHash: text(),
    rotatedAt: instant(),
    /** In which order the account's sessions began, also where the clock tells them as begun at one instant. */
    begunNo: bigint({ mode: "number" }).notNull().default(0),
  },
  (t) => [
    tenantKey(t),
    index("auth_session_previous_token_idx").on(t.previousTokenHash),
    index("auth_session_user_idx").on(t.municipalityId, t.userId),
    tenantReference("auth_session_user_id", { municipalityId: t.municipalityId, column: t.userId }, userAccount),
  ],
);

/** A link sent by mail, for one use; `tokenHash` is the SHA-256 of what the link holds. Used or void, the row is gone. */
export const accountLink = pgTable(
  "account_link",
  {
    ...tenantColumns(),
    userId: uuid().notNull(),
    purpose: text().notNull(),
    tokenHash: text().notNull().unique("account_link_token_uq"),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    tenantKey(t),
    index("account_link_user_idx").on(t.municipalityId, t.userId, t.purpose),
    tenantReference("account_link_user_id", { municipalityId: t.municipalityId, column: t.userId }, userAccount),
  ],
);

/** Counters of attempts, keyed by an HMAC of account or address; they exist before any actor does. */
export const rateLimit = pgTable("rate_limit", {
  key: text().primaryKey(),
  points: integer().notNull(),
  expiresAt: instant().notNull(),
  /** Until when no attempt is taken at all; longer with every failure. */
  blockedUntil: instant(),
});
