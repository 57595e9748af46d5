import { ReopenReferral } from "@tsunagari/domain/referral";
import { defineCommand } from "../kernel/index.ts";
import { loadReferralForUpdate } from "./load.ts";
import { getMovable, moveRow, subjectsOf } from "./move.ts";
import { tellReceivers, tellSenders } from "./recipients.ts";

/** Takes an ended referral up again within 30 days, with a place and a note for both sides. */
export const reopenReferral = defineCommand({
  action: "referral.reopen",
  input: ReopenReferral,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { input, actor } = step;
    const row = await getMovable(step, input);
    await moveRow(step, row, {
      event: "reopen",
      note: input.note,
      changes: { endedAt: null, reasonCode: null, reasonCiphertext: null },
    });
    if (actor.kind === "partner") await tellSenders(step, { kind: "referral.reopened_by_partner", referralId: row.id });
    else await tellReceivers(step, row.organizationId, { kind: "referral.reopened_by_city", referralId: row.id });
    return { id: row.id, subjects: await subjectsOf(step, row.id) };
  },
});
