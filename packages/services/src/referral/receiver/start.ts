import { civilDateAt } from "@tsunagari/domain";
import { StartReferral } from "@tsunagari/domain/referral";
import { defineCommand, fail } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { getMovable, moveRow, subjectsOf } from "../move.ts";
import { tellSenders } from "../recipients.ts";

/** Notes the first contact; from the waiting list it takes a place (D-30). */
export const startReferral = defineCommand({
  action: "referral.start",
  input: StartReferral,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { input, today } = step;
    const row = await getMovable(step, input);
    const isBeforeSending = row.sentAt !== null && input.firstContactOn < civilDateAt(row.sentAt);
    if (input.firstContactOn > today || isBeforeSending) {
      const code = isBeforeSending ? "before_start" : "out_of_range";
      return fail("invalid_input", "referral.date_out_of_range", { fields: [{ path: "firstContactOn", code }] });
    }
    await moveRow(step, row, {
      event: "start",
      changes: { firstContactOn: input.firstContactOn, waitlistedOn: null, expectedOn: null },
    });
    await tellSenders(step, { kind: "referral.started", referralId: row.id });
    return { id: row.id, subjects: await subjectsOf(step, row.id) };
  },
});
