import { MarkReferralEnteredInError } from "@tsunagari/domain/referral";
import { defineCommand } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { getMovable, moveRow, subjectsOf } from "../move.ts";
import { tellReceivers } from "../recipients.ts";

/** Takes a mistaken referral out of the work lists; it stays in the history and the audit. */
export const markReferralEnteredInError = defineCommand({
  action: "referral.markEnteredInError",
  input: MarkReferralEnteredInError,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { input, facts, now } = step;
    const row = await getMovable(step, input);
    await moveRow(step, row, { event: "markEnteredInError", note: input.comment, changes: { endedAt: now } });
    if (facts.wasSent) await tellReceivers(step, row.organizationId, { kind: "referral.ended", referralId: row.id });
    return { id: row.id, subjects: await subjectsOf(step, row.id) };
  },
});
