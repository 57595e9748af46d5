import { WithdrawReferral } from "@tsunagari/domain/referral";
import { defineCommand } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { getMovable, moveRow, subjectsOf } from "../move.ts";
import { findReferralKey, sealReferralText } from "../person-key.ts";
import { tellReceivers } from "../recipients.ts";

/** Takes a draft or an open referral back. The partner is told that it ended, without content (D-03). */
export const withdrawReferral = defineCommand({
  action: "referral.withdraw",
  input: WithdrawReferral,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { input, facts, municipalityId, now } = step;
    const row = await getMovable(step, input);
    const held = await findReferralKey(step, row.id);
    await moveRow(step, row, {
      event: "withdraw",
      changes: {
        endedAt: now,
        reasonCode: input.reasonCode,
        reasonCiphertext: sealReferralText(held, input.note, {
          table: "referral",
          column: "reason_ciphertext",
          municipalityId,
          rowId: row.id,
        }),
      },
    });
    if (facts.wasSent) await tellReceivers(step, row.organizationId, { kind: "referral.ended", referralId: row.id });
    return { id: row.id, subjects: await subjectsOf(step, row.id) };
  },
});
