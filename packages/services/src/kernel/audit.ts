import type { Tx } from "@tsunagari/db";
import { auditEntry, auditSubject } from "@tsunagari/db/schema";
import type { Actor, Instant } from "@tsunagari/domain";
import { userIdOf, type Context, type Subject } from "./context.ts";
import { inTransaction, readClock } from "./transaction.ts";
import { newId } from "./uuid.ts";

export type AuditKind = "command" | "reading" | "refusal";

type Entry = {
  readonly kind: AuditKind;
  readonly action: string;
  readonly at: Instant;
  readonly subjects: readonly Subject[];
  readonly requestId?: string | null;
  readonly reason?: string | null;
};

/** Writes one entry with its subjects in the caller's transaction: what is not logged does not happen (D-36). */
export const writeAudit = async (tx: Tx, actor: Actor, entry: Entry): Promise<void> => {
  if (actor.kind === "public" || actor.municipalityId === null) return;
  const id = newId<"audit">();
  const { municipalityId } = actor;
  const entryRow = tx.insert(auditEntry).values({
    municipalityId,
    id,
    at: entry.at,
    kind: entry.kind,
    action: entry.action,
    actorKind: actor.kind,
    userId: userIdOf(actor),
    departmentId: actor.kind === "staff" ? actor.departmentId : null,
    organizationId: actor.kind === "partner" ? actor.organizationId : null,
    job: actor.kind === "worker" ? actor.job : null,
    requestId: entry.requestId ?? null,
    reason: entry.reason ?? null,
  });
  if (entry.subjects.length === 0) {
    await entryRow;
    return;
  }
  const subjectRows = tx.insert(auditSubject).values(
    entry.subjects.map((subject) => ({
      municipalityId,
      id: newId<"auditSubject">(),
      auditId: id,
      kind: subject.kind,
      subjectId: subject.id,
      caseId: subject.caseId ?? null,
      personId: subject.personId ?? null,
    })),
  );
  // One after the other on the same connection, in one packet.
  await Promise.all([entryRow, subjectRows]);
};

/** Records a refusal in a transaction of its own; where even that fails, the answer stays a refusal (D-36). */
export const recordRefusal = async (
  context: Context,
  refusal: { readonly action: string; readonly reason: string; readonly requestId: string | null },
): Promise<void> => {
  try {
    await inTransaction(context, async (tx) => {
      const { now } = await readClock(tx);
      await writeAudit(tx, context.actor, { ...refusal, kind: "refusal", at: now, subjects: [] });
    });
  } catch {
    context.log("audit.refusal_not_recorded", { action: refusal.action, reason: refusal.reason });
  }
};
