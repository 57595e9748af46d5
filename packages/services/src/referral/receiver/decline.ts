import { DeclineReferral } from "@tsunagari/domain/referral";
import { defineCommand } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { getMovable, moveRow, subjectsOf } from "../move.ts";
import { findReferralKey, sealReferralText } from "../person-key.ts";
import { tellSenders } from "../recipients.ts";

/** Says no, with a reason that is counted. The packet closes at once (D-11). */
export const declineReferral = defineCommand({
  action: "referral.decline",
  input: DeclineReferral,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { input, municipalityId, now } = step;
    const row = await getMovable(step, input);
    // Who is concerned and the key are asked before the move: after it they are closed.
    const subjects = await subjectsOf(step, row.id);
    const held = await findReferralKey(step, row.id);
    await moveRow(step, row, {
      event: "decline",
      changes: {
        endedAt: now,
        reasonCode: input.reasonCode,
        reasonCiphertext: sealReferralText(held, input.reasonText, {
          table: "referral",
          column: "reason_ciphertext",
          municipalityId,
          rowId: row.id,
        }),
      },
    });
    await tellSenders(step, { kind: "referral.declined", referralId: row.id });
    return { id: row.id, subjects };
  },
});
