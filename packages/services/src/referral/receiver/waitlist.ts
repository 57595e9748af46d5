import { WaitlistReferral } from "@tsunagari/domain/referral";
import { defineCommand, fail } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { getMovable, moveRow, subjectsOf } from "../move.ts";
import { tellSenders } from "../recipients.ts";

/** Puts it on the waiting list; takes no place, gives one back, and closes step 2 again (D-11, D-30). */
export const waitlistReferral = defineCommand({
  action: "referral.waitlist",
  input: WaitlistReferral,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { input, today } = step;
    const row = await getMovable(step, input);
    if (input.expectedOn !== null && input.expectedOn < today) {
      return fail("invalid_input", "referral.date_out_of_range", {
        fields: [{ path: "expectedOn", code: "in_the_past" }],
      });
    }
    await moveRow(step, row, {
      event: "waitlist",
      changes: { expectedOn: input.expectedOn, waitlistedOn: today, acceptedAt: null, firstStepOn: null },
    });
    await tellSenders(step, { kind: "referral.waitlisted", referralId: row.id });
    return { id: row.id, subjects: await subjectsOf(step, row.id) };
  },
});
