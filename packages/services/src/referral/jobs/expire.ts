import { expiryReason, ExpireReferral } from "@tsunagari/domain/referral";
import { defineCommand } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { getMovable, moveRow, subjectsOf } from "../move.ts";
import { tellReceivers, tellSenders } from "../recipients.ts";

/** The worker's act on one referral that nobody answered in time (D-12, D-39). */
export const expireReferral = defineCommand({
  action: "referral.expire",
  input: ExpireReferral,
  load: loadReferralForUpdate,
  run: async (step) => {
    const row = await getMovable(step, step.input);
    await moveRow(step, row, { event: "expire", changes: { endedAt: step.now, reasonCode: expiryReason } });
    await tellReceivers(step, row.organizationId, { kind: "referral.expired", referralId: row.id });
    await tellSenders(step, { kind: "referral.expired_unanswered", referralId: row.id });
    return { id: row.id, subjects: await subjectsOf(step, row.id) };
  },
});
