import { MarkReferralNotHelped } from "@tsunagari/domain/referral";
import { defineCommand } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { endByReceiver } from "./end.ts";

/** Reports that it was tried and did not help, with a reason that is counted. The packet closes at once (D-11). */
export const markReferralNotHelped = defineCommand({
  action: "referral.markNotHelped",
  input: MarkReferralNotHelped,
  load: loadReferralForUpdate,
  run: (step) => {
    const { reasonCode, reasonText } = step.input;
    return endByReceiver(step, step.input, {
      event: "markNotHelped",
      notice: "referral.not_helped",
      changes: (seal) => ({ reasonCode, reasonCiphertext: seal("reason_ciphertext", reasonText) }),
    });
  },
});
