import { sql } from "@tsunagari/db";
import { referral } from "@tsunagari/db/schema";
import { MarkReferralSeen } from "@tsunagari/domain/referral";
import { defineCommand, demandOne } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { subjectsOf } from "../move.ts";
import { referralWhere } from "../rows.ts";

/** «Seen» is a time stamp: the first opening stands, and the form that is open beside it does not become stale. */
export const markReferralSeen = defineCommand({
  action: "referral.markSeen",
  input: MarkReferralSeen,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { tx, municipalityId, input, now } = step;
    demandOne(
      await tx
        .update(referral)
        .set({ seenAt: sql`coalesce(${referral.seenAt}, ${now.toISOString()}::timestamptz)` })
        .where(referralWhere(municipalityId, input.referralId))
        .returning({ id: referral.id }),
    );
    return { id: input.referralId, subjects: await subjectsOf(step, input.referralId) };
  },
});
