import { CompleteReferral } from "@tsunagari/domain/referral";
import { defineCommand } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { getMovable, moveRow, subjectsOf } from "../move.ts";
import { findReferralKey, sealReferralText } from "../person-key.ts";
import { tellSenders } from "../recipients.ts";

/** Reports what was done and what became of it. The day the packet closes is set by the database (D-11). */
export const completeReferral = defineCommand({
  action: "referral.complete",
  input: CompleteReferral,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { input, municipalityId, now } = step;
    const row = await getMovable(step, input);
    const subjects = await subjectsOf(step, row.id);
    const held = await findReferralKey(step, row.id);
    const at = { table: "referral", municipalityId, rowId: row.id } as const;
    await moveRow(step, row, {
      event: "complete",
      changes: {
        endedAt: now,
        outcomeCode: input.outcomeCode,
        serviceGivenCiphertext: sealReferralText(held, input.serviceGiven, {
          ...at,
          column: "service_given_ciphertext",
        }),
        shareBackCiphertext: sealReferralText(held, input.shareBack, { ...at, column: "share_back_ciphertext" }),
      },
    });
    await tellSenders(step, { kind: "referral.completed", referralId: row.id });
    return { id: row.id, subjects };
  },
});
