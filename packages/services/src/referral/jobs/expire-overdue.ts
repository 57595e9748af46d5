import { and, eq, lt } from "@tsunagari/db";
import { referral } from "@tsunagari/db/schema";
import { asId } from "@tsunagari/domain";
import { inTransaction, newId, readClock } from "../../kernel/index.ts";
import { expireReferral } from "./expire.ts";
import { runEach, type JobContext, type JobResult } from "./run-each.ts";

/** Turns referrals past their due date into expired ones (D-12, D-39: no grace). */
export const expireOverdueReferrals = async (context: JobContext): Promise<JobResult> => {
  const rows = await inTransaction(context, async (tx) => {
    const { today } = await readClock(tx);
    return tx
      .select({ id: referral.id })
      .from(referral)
      .where(and(eq(referral.status, "sent"), lt(referral.dueOn, today)));
  });
  return runEach(
    rows.map((row) => row.id),
    (id) => expireReferral.execute(context, { requestId: newId<"request">(), referralId: asId<"referral">(id) }),
  );
};
