import { and, eq } from "@tsunagari/db";
import { referral } from "@tsunagari/db/schema";
import { RecordPersonAnswer } from "@tsunagari/domain/referral";
import { defineCommand, demandOne } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { addEvent, getMovable, subjectsOf } from "../move.ts";
import { referralWhere } from "../rows.ts";

/** What the person says became of it: a fact of its own beside the provider's outcome, which stays as it is. */
export const recordPersonAnswer = defineCommand({
  action: "referral.recordPersonAnswer",
  input: RecordPersonAnswer,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { tx, municipalityId, input, facts } = step;
    const row = await getMovable(step, input);
    demandOne(
      await tx
        .update(referral)
        .set({ personAnswer: input.answer, version: row.version + 1 })
        .where(and(referralWhere(municipalityId, row.id), eq(referral.version, row.version)))
        .returning({ id: referral.id }),
    );
    await addEvent(step, row.id, { event: "recordPersonAnswer", from: facts.status, to: facts.status });
    return { id: row.id, subjects: await subjectsOf(step, row.id) };
  },
});
