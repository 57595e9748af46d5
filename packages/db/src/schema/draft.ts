import { index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { person, supportCase } from "./case.ts";
import { bytea, instant, tenantColumns, tenantKey, tenantReference } from "./columns.ts";
import { userAccount } from "./identity.ts";
import { referral } from "./referral.ts";

/**
 * A half-written form, encrypted with the city's key, per user and form, kept 14 days (D-31), and no longer than its
 * writer may read the case, the person and the referral it is about.
 */
export const draft = pgTable(
  "draft",
  {
    ...tenantColumns(),
    userId: uuid().notNull(),
    form: text().notNull(),
    /** What the form is about, or the empty string for a new thing. */
    subject: text().notNull(),
    caseId: uuid(),
    personId: uuid(),
    referralId: uuid(),
    ciphertext: bytea().notNull(),
    savedAt: instant().notNull(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    tenantKey(t),
    unique("draft_form_uq").on(t.municipalityId, t.userId, t.form, t.subject),
    index("draft_expires_at_idx").on(t.expiresAt),
    tenantReference("draft_user_id", { municipalityId: t.municipalityId, column: t.userId }, userAccount),
    tenantReference("draft_case_id", { municipalityId: t.municipalityId, column: t.caseId }, supportCase),
    tenantReference("draft_person_id", { municipalityId: t.municipalityId, column: t.personId }, person),
    tenantReference("draft_referral_id", { municipalityId: t.municipalityId, column: t.referralId }, referral),
  ],
);
