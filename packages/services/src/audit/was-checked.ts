import { and, eq, gt, isNull } from "@tsunagari/db";
import { auditVerification } from "@tsunagari/db/schema";
import { fail, inTransaction, readClock, type Context } from "../kernel/index.ts";

const hoursBetween = 20;

/** Whether the chain of the worker's city was checked, and fitted, within the last twenty hours. */
export const wasCheckedToday = (context: Context): Promise<boolean> => {
  const { municipalityId } = context.actor;
  if (municipalityId === null) return fail("forbidden", "kernel.forbidden");
  return inTransaction(context, async (tx) => {
    const { now } = await readClock(tx);
    const since = new Date(now.getTime() - hoursBetween * 3_600_000);
    const rows = await tx
      .select({ id: auditVerification.id })
      .from(auditVerification)
      .where(
        and(
          eq(auditVerification.municipalityId, municipalityId),
          gt(auditVerification.at, since),
          isNull(auditVerification.problem),
        ),
      )
      .limit(1);
    return rows.length > 0;
  });
};
