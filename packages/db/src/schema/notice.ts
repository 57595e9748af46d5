import { sql } from "drizzle-orm";
import { foreignKey, index, integer, pgTable, text, unique, uuid } from "drizzle-orm/pg-core";
import { bytea, instant, tenantColumns, tenantKey, tenantReference } from "./columns.ts";
import { userAccount } from "./identity.ts";
import { municipality } from "./municipality.ts";
import { organization } from "./organization.ts";

/** A notice in a portal: a kind and what it is about, never personal data. */
export const notice = pgTable(
  "notice",
  {
    ...tenantColumns(),
    userId: uuid().notNull(),
    organizationId: uuid(),
    kind: text().notNull(),
    subjectKind: text().notNull(),
    subjectId: uuid().notNull(),
    /** Same key, same notice: a repeated job tells nobody twice. */
    onceKey: text().notNull(),
    createdAt: instant().notNull(),
    readAt: instant(),
    confirmedAt: instant(),
  },
  (t) => [
    tenantKey(t),
    unique("notice_once_uq").on(t.municipalityId, t.userId, t.onceKey),
    index("notice_user_idx").on(t.municipalityId, t.userId, t.createdAt),
    tenantReference("notice_user_id", { municipalityId: t.municipalityId, column: t.userId }, userAccount),
    tenantReference(
      "notice_organization_id",
      { municipalityId: t.municipalityId, column: t.organizationId },
      organization,
    ),
  ],
);

/** Mail that goes out; its text encrypted with the city's key. The address is looked up when it is sent. */
export const outboxMail = pgTable(
  "outbox_mail",
  {
    ...tenantColumns(),
    userId: uuid().notNull(),
    template: text().notNull(),
    onceKey: text().notNull(),
    /** Null once the text was deleted: some days after sending, a link at once. */
    ciphertext: bytea(),
    queuedAt: instant().notNull(),
    sentAt: instant(),
    attempts: integer().notNull().default(0),
    /** Not before; while it is being sent, until when the sender has it for itself. */
    nextAttemptAt: instant(),
    failedAt: instant(),
    /** Why the last attempt failed, a code of the domain; never an address or an answer of a server. */
    failure: text(),
  },
  (t) => [
    tenantKey(t),
    unique("outbox_mail_once_uq").on(t.municipalityId, t.onceKey),
    index("outbox_mail_queued_idx").on(t.municipalityId, t.queuedAt),
    index("outbox_mail_waiting_idx")
      .on(t.municipalityId, t.queuedAt)
      .where(sql`sent_at is null and failed_at is null`),
    foreignKey({
      name: "outbox_mail_municipality_id_fk",
      columns: [t.municipalityId],
      foreignColumns: [municipality.id],
    }),
    tenantReference("outbox_mail_user_id", { municipalityId: t.municipalityId, column: t.userId }, userAccount),
  ],
);
