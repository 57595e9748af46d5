import { MarkReferralNotHelped } from "@tsunagari/domain/referral";
import { defineCommand } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { getMovable, moveRow, subjectsOf } from "../move.ts";
import { findReferralKey, sealReferralText } from "../person-key.ts";
import { tellSenders } from "../recipients.ts";

/** Reports that it was tried and did not help, with a reason that is counted. The packet closes at once (D-11). */
export const markReferralNotHelped = defineCommand({
  action: "referral.markNotHelped",
  input: MarkReferralNotHelped,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { input, municipalityId, now } = step;
    const row = await getMovable(step, input);
    const subjects = await subjectsOf(step, row.id);
    const held = await findReferralKey(step, row.id);
    await moveRow(step, row, {
      event: "markNotHelped",
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
    await tellSenders(step, { kind: "referral.not_helped", referralId: row.id });
    return { id: row.id, subjects };
  },
});
