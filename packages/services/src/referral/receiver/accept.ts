import { AcceptReferral } from "@tsunagari/domain/referral";
import { defineCommand, fail } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { getMovable, moveRow, subjectsOf } from "../move.ts";
import { tellSenders } from "../recipients.ts";

/** Says yes: takes a place where one is stated, and opens step 2 of the packet (D-10, D-30). */
export const acceptReferral = defineCommand({
  action: "referral.accept",
  input: AcceptReferral,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { input, now, today } = step;
    const row = await getMovable(step, input);
    if (input.firstStepOn < today) {
      return fail("invalid_input", "referral.date_out_of_range", {
        fields: [{ path: "firstStepOn", code: "in_the_past" }],
      });
    }
    await moveRow(step, row, {
      event: "accept",
      changes: {
        acceptedAt: now,
        contactPersonName: input.contactPersonName,
        firstStepOn: input.firstStepOn,
        expectedOn: null,
        waitlistedOn: null,
      },
    });
    await tellSenders(step, { kind: "referral.accepted", referralId: row.id });
    return { id: row.id, subjects: await subjectsOf(step, row.id) };
  },
});
