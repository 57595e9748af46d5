import { foreignKey, index, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { instant, tenantColumns, tenantKey, tenantReference } from "./columns.ts";
import { municipality } from "./municipality.ts";

/** One entry per command, reading of personal data, or refusal; inserted only, never content (D-36). */
export const auditEntry = pgTable(
  "audit_entry",
  {
    ...tenantColumns(),
    at: instant().notNull(),
    kind: text().notNull(),
    action: text().notNull(),
    actorKind: text().notNull(),
    userId: uuid(),
    departmentId: uuid(),
    organizationId: uuid(),
    job: text(),
    requestId: uuid(),
    reason: text(),
  },
  (t) => [
    tenantKey(t),
    index("audit_entry_at_idx").on(t.municipalityId, t.at),
    foreignKey({
      name: "audit_entry_municipality_id_fk",
      columns: [t.municipalityId],
      foreignColumns: [municipality.id],
    }),
  ],
);

/** What an entry is about. No foreign keys to the subjects: entries outlive them (D-19). */
export const auditSubject = pgTable(
  "audit_subject",
  {
    ...tenantColumns(),
    auditId: uuid().notNull(),
    kind: text().notNull(),
    subjectId: uuid().notNull(),
    caseId: uuid(),
    personId: uuid(),
  },
  (t) => [
    tenantKey(t),
    index("audit_subject_person_idx").on(t.municipalityId, t.personId),
    index("audit_subject_case_idx").on(t.municipalityId, t.caseId),
    index("audit_subject_audit_idx").on(t.municipalityId, t.auditId),
    index("audit_subject_subject_idx").on(t.municipalityId, t.subjectId),
    tenantReference("audit_subject_audit_id", { municipalityId: t.municipalityId, column: t.auditId }, auditEntry),
  ],
);
