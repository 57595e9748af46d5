import { DeclineReferral } from "@tsunagari/domain/referral";
import { defineCommand } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { endByReceiver } from "./end.ts";

/** Says no, with a reason that is counted. The packet closes at once (D-11). */
export const declineReferral = defineCommand({
  action: "referral.decline",
  input: DeclineReferral,
  load: loadReferralForUpdate,
  run: (step) => {
    const { reasonCode, reasonText } = step.input;
    return endByReceiver(step, step.input, {
      event: "decline",
      notice: "referral.declined",
      changes: (seal) => ({ reasonCode, reasonCiphertext: seal("reason_ciphertext", reasonText) }),
    });
  },
});
