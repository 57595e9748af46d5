import { index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, instant, tenantColumns, tenantKey, tenantReference } from "./columns.ts";
import { userAccount } from "./identity.ts";

/** A half-written form, encrypted with the city's key, per user and form, kept 14 days (D-31). */
export const draft = pgTable(
  "draft",
  {
    ...tenantColumns(),
    userId: uuid().notNull(),
    form: text().notNull(),
    /** What the form is about, or the empty string for a new thing. */
    subject: text().notNull(),
    ciphertext: bytea().notNull(),
    savedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    tenantKey(t),
    unique("draft_form_uq").on(t.municipalityId, t.userId, t.form, t.subject),
    index("draft_expires_at_idx").on(t.expiresAt),
    tenantReference("draft_user_id", { municipalityId: t.municipalityId, column: t.userId }, userAccount),
  ],
);
