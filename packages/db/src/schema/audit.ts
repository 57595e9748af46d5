import { sql } from "drizzle-orm";
import { bigint, foreignKey, index, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, instant, tenantColumns, tenantKey, tenantReference, xid8 } from "./columns.ts";
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
    /** The transaction that wrote it: the sealer takes what can no longer be joined by an earlier one. */
    xid: xid8()
      .notNull()
      .default(sql`pg_current_xact_id()`),
  },
  (t) => [
    tenantKey(t),
    index("audit_entry_xid_idx").on(t.municipalityId, t.xid, t.id),
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

/**
 * The chain over the entries, one link each, numbered from 1 without gaps. Its id is the entry's: nothing is sealed
 * twice. Written by the sealer alone, outside the transaction of the entry.
 */
export const auditSeal = pgTable(
  "audit_seal",
  {
    ...tenantColumns(),
    chainNo: bigint({ mode: "number" }).notNull(),
    hash: bytea().notNull(),
  },
  (t) => [
    tenantKey(t),
    unique("audit_seal_chain_no_uq").on(t.municipalityId, t.chainNo),
    tenantReference("audit_seal_id", { municipalityId: t.municipalityId, column: t.id }, auditEntry),
  ],
);

/** The chain up to a link, signed with a key outside the database; each covers the one before. */
export const auditCheckpoint = pgTable(
  "audit_checkpoint",
  {
    ...tenantColumns(),
    checkpointNo: bigint({ mode: "number" }).notNull(),
    /** The last link it covers, which is also how many there are. */
    chainNo: bigint({ mode: "number" }).notNull(),
    hash: bytea().notNull(),
    at: instant().notNull(),
    previous: bytea().notNull(),
    keyId: text().notNull(),
    signature: bytea().notNull(),
  },
  (t) => [
    tenantKey(t),
    unique("audit_checkpoint_no_uq").on(t.municipalityId, t.checkpointNo),
    foreignKey({
      name: "audit_checkpoint_municipality_id_fk",
      columns: [t.municipalityId],
      foreignColumns: [municipality.id],
    }),
  ],
);

/** What a check of the whole chain found; for the auditor's page. */
export const auditVerification = pgTable(
  "audit_verification",
  {
    ...tenantColumns(),
    at: instant().notNull(),
    sealed: bigint({ mode: "number" }).notNull(),
    checkpoints: bigint({ mode: "number" }).notNull(),
    /** Null where everything fits. */
    problem: text(),
    /** The first link or checkpoint that does not fit. */
    problemNo: bigint({ mode: "number" }),
  },
  (t) => [
    tenantKey(t),
    index("audit_verification_at_idx").on(t.municipalityId, t.at),
    foreignKey({
      name: "audit_verification_municipality_id_fk",
      columns: [t.municipalityId],
      foreignColumns: [municipality.id],
    }),
  ],
);
