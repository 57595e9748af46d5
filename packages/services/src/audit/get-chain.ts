import { desc, eq, sql } from "@tsunagari/db";
import { auditCheckpoint, auditVerification } from "@tsunagari/db/schema";
import { auditProblems, GetAuditChain } from "@tsunagari/domain/audit";
import { defineQuery, literalOf } from "../kernel/index.ts";

type State = { sealed: string; lastAt: string | null; waiting: string; waitingSince: string | null };

const dateOf = (text: string | null): Date | null => (text === null ? null : new Date(text));

/** How the city's chain stands: what is sealed, signed and checked. Counts and moments only. */
export const getAuditChain = defineQuery({
  action: "audit.readChain",
  input: GetAuditChain,
  run: async ({ tx, municipalityId, now }) => {
    const [state] = await tx.execute<State>(sql`
      select sealed::text as "sealed", last_at as "lastAt", waiting::text as "waiting", waiting_since as "waitingSince"
        from app.audit_chain()`);
    const [checkpoint] = await tx
      .select({ at: auditCheckpoint.at, chainNo: auditCheckpoint.chainNo, keyId: auditCheckpoint.keyId })
      .from(auditCheckpoint)
      .where(eq(auditCheckpoint.municipalityId, municipalityId))
      .orderBy(desc(auditCheckpoint.checkpointNo))
      .limit(1);
    const [check] = await tx
      .select()
      .from(auditVerification)
      .where(eq(auditVerification.municipalityId, municipalityId))
      .orderBy(desc(auditVerification.at), desc(auditVerification.id))
      .limit(1);
    return {
      now,
      sealed: Number(state?.sealed ?? 0),
      lastSealedAt: dateOf(state?.lastAt ?? null),
      waiting: Number(state?.waiting ?? 0),
      waitingSince: dateOf(state?.waitingSince ?? null),
      checkpoint: checkpoint ?? null,
      check: check
        ? {
            at: check.at,
            sealed: check.sealed,
            checkpoints: check.checkpoints,
            problem: check.problem === null ? null : literalOf(auditProblems, check.problem),
            problemNo: check.problemNo,
          }
        : null,
    };
  },
});
