import { AskOnReferral } from "@tsunagari/domain/referral";
import { defineCommand, demandFound } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { addMessage, messageStepOf } from "../messages.ts";
import { subjectsOf } from "../move.ts";
import { findReferralKey } from "../person-key.ts";
import { tellSenders } from "../recipients.ts";

/** A question of the partner (D-39). */
export const askOnReferral = defineCommand({
  action: "referral.ask",
  input: AskOnReferral,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { input, facts } = step;
    const held = demandFound(await findReferralKey(step, input.referralId));
    await addMessage(step, { referralId: input.referralId, held, step: messageStepOf(facts.status), text: input.text });
    await tellSenders(step, { kind: "referral.asked", referralId: input.referralId });
    return { id: input.referralId, subjects: await subjectsOf(step, input.referralId) };
  },
});
