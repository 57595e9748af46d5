import { CompleteReferral } from "@tsunagari/domain/referral";
import { defineCommand } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { endByReceiver } from "./end.ts";

/** Reports what was done and what became of it. The day the packet closes is set by the database (D-11). */
export const completeReferral = defineCommand({
  action: "referral.complete",
  input: CompleteReferral,
  load: loadReferralForUpdate,
  run: (step) => {
    const { outcomeCode, serviceGiven, shareBack } = step.input;
    return endByReceiver(step, step.input, {
      event: "complete",
      notice: "referral.completed",
      changes: (seal) => ({
        outcomeCode,
        serviceGivenCiphertext: seal("service_given_ciphertext", serviceGiven),
        shareBackCiphertext: seal("share_back_ciphertext", shareBack),
      }),
    });
  },
});
