import { and, eq, lte, sql } from "@tsunagari/db";
import { retentionDue } from "@tsunagari/db/schema";
import { asId, DomainError } from "@tsunagari/domain";
import { DestroyRetention } from "@tsunagari/domain/retention";
import { defineCommand, demandFound, inTransaction, newId, readClock, type Context } from "../kernel/index.ts";
import { findRetentionDue } from "./find-due.ts";
import { lockFacts } from "./store.ts";

/**
 * Destroys the keys of one confirmed case and its persons in one transaction with the entry of the act (D-19, D-35). The
 * database asks once more whether the time is over and the case still closed.
 */
export const destroyRetention = defineCommand({
  action: "retention.destroy",
  input: DestroyRetention,
  load: (step) => lockFacts(step, [step.input.retentionDueId]),
  run: async ({ tx, input }) => {
    const [row] = await tx.execute<{ id: string }>(
      sql`select app.destroy_retention(${input.retentionDueId}::uuid) as id`,
    );
    const caseId = demandFound(row).id;
    return { id: input.retentionDueId, subjects: [{ kind: "case", id: caseId, caseId }] };
  },
});

/** The nightly job: lists what is due, then destroys what was confirmed and not taken back. */
export const carryOutRetention = async (context: Context): Promise<{ readonly destroyed: number }> => {
  // First the list: what a city keeps longer since the confirmation leaves it and is not destroyed.
  await findRetentionDue.execute(context, { requestId: newId<"request">() });
  const rows = await inTransaction(context, async (tx) => {
    const { today } = await readClock(tx);
    return tx
      .select({ id: retentionDue.id })
      .from(retentionDue)
      .where(and(eq(retentionDue.status, "confirmed"), lte(retentionDue.destroysOn, today)));
  });
  let destroyed = 0;
  for (const { id } of rows) {
    try {
      const retentionDueId = asId<"retentionDue">(id);
      await destroyRetention.execute(context, { requestId: newId<"request">(), retentionDueId });
      destroyed += 1;
    } catch (error) {
      // Somebody took it back at this moment; anything else stops the job, so that the queue tries again.
      if (!(error instanceof DomainError) || error.kind === "internal") throw error;
    }
  }
  return { destroyed };
};
