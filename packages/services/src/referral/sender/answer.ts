import { AnswerOnReferral } from "@tsunagari/domain/referral";
import { defineCommand, demandFound } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { addMessage, messageStepOf } from "../messages.ts";
import { subjectsOf } from "../move.ts";
import { demandUnnamed } from "../packet.ts";
import { findReferralKey } from "../person-key.ts";
import { tellReceivers } from "../recipients.ts";

/** An answer of the staff (D-39); before acceptance nothing in it may name the person. */
export const answerOnReferral = defineCommand({
  action: "referral.answer",
  input: AnswerOnReferral,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { input, facts } = step;
    const { referralId, text } = input;
    const held = demandFound(await findReferralKey(step, referralId));
    const openStep = messageStepOf(facts.status);
    if (openStep === 1) await demandUnnamed(step, held.personId, { text });
    await addMessage(step, { referralId, held, step: openStep, text });
    await tellReceivers(step, facts.organizationId, { kind: "referral.answered", referralId });
    return { id: referralId, subjects: await subjectsOf(step, referralId) };
  },
});
