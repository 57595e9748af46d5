import { UnacceptReferral } from "@tsunagari/domain/referral";
import { defineCommand } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { getMovable, moveRow, subjectsOf } from "../move.ts";
import { tellSenders } from "../recipients.ts";
import { dueOnFor } from "../sender/send.ts";

/** Takes a yes back before the first contact: place and step 2 are given back, the clock starts anew. */
export const unacceptReferral = defineCommand({
  action: "referral.unaccept",
  input: UnacceptReferral,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { input, today } = step;
    const row = await getMovable(step, input);
    await moveRow(step, row, {
      event: "unaccept",
      note: input.note,
      changes: {
        acceptedAt: null,
        contactPersonName: null,
        firstStepOn: null,
        clockStartedOn: today,
        dueOn: await dueOnFor(step, null, today),
      },
    });
    await tellSenders(step, { kind: "referral.unaccepted", referralId: row.id });
    return { id: row.id, subjects: await subjectsOf(step, row.id) };
  },
});
