import { sql } from "drizzle-orm";
import { check, date, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { supportCase } from "./case.ts";
import { instant, tenantColumns, tenantKey, tenantReference, version } from "./columns.ts";
import { userAccount } from "./identity.ts";
import { municipality } from "./municipality.ts";

/** Whom the city has named to confirm that records go, from when to when (D-19). */
export const retentionOfficer = pgTable(
  "retention_officer",
  {
    ...tenantColumns(),
    userId: uuid().notNull(),
    sinceOn: date().notNull(),
    untilOn: date(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    index("retention_officer_user_idx").on(t.municipalityId, t.userId),
    foreignKey({
      name: "retention_officer_municipality_id_fk",
      columns: [t.municipalityId],
      foreignColumns: [municipality.id],
    }),
    tenantReference("retention_officer_user_id", { municipalityId: t.municipalityId, column: t.userId }, userAccount),
  ],
);

/** A case whose time is over: its number and dates, nothing of a person, so that it may stay when the case is unreadable. */
export const retentionDue = pgTable(
  "retention_due",
  {
    ...tenantColumns(),
    caseId: uuid().notNull(),
    caseNumber: text().notNull(),
    status: text().notNull(),
    /** The end the period is counted from. */
    completedOn: date().notNull(),
    dueOn: date().notNull(),
    listedAt: instant().notNull(),
    postponedUntilOn: date(),
    postponeReason: text(),
    /** Who confirmed, or put it off. */
    decidedBy: uuid(),
    decidedAt: instant(),
    destroysOn: date(),
    destroyedAt: instant(),
    version: version(),
  },
  (t) => [
    tenantKey(t),
    unique("retention_due_case_uq").on(t.municipalityId, t.caseId),
    index("retention_due_status_idx").on(t.municipalityId, t.status, t.dueOn),
    tenantReference("retention_due_case_id", { municipalityId: t.municipalityId, column: t.caseId }, supportCase),
    tenantReference("retention_due_decided_by", { municipalityId: t.municipalityId, column: t.decidedBy }, userAccount),
    check(
      "retention_due_decision",
      sql`case ${t.status}
            when 'due' then num_nonnulls(${t.postponedUntilOn}, ${t.postponeReason}, ${t.decidedBy}, ${t.decidedAt}, ${t.destroysOn}, ${t.destroyedAt}) = 0
            when 'postponed' then num_nonnulls(${t.postponedUntilOn}, ${t.postponeReason}, ${t.decidedBy}, ${t.decidedAt}) = 4
              and num_nonnulls(${t.destroysOn}, ${t.destroyedAt}) = 0
            when 'confirmed' then num_nonnulls(${t.decidedBy}, ${t.decidedAt}, ${t.destroysOn}) = 3
              and num_nonnulls(${t.postponedUntilOn}, ${t.postponeReason}, ${t.destroyedAt}) = 0
            when 'destroyed' then num_nonnulls(${t.decidedBy}, ${t.decidedAt}, ${t.destroysOn}, ${t.destroyedAt}) = 4
            else false end`,
    ),
  ],
);
