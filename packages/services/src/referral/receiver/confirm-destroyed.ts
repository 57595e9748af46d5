import { sql } from "@tsunagari/db";
import { referral } from "@tsunagari/db/schema";
import { ConfirmReferralDestroyed } from "@tsunagari/domain/referral";
import { asPartner, defineCommand, demandOne } from "../../kernel/index.ts";
import { confirmNotices } from "../../notice/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { addEvent } from "../move.ts";
import { tellSenders } from "../recipients.ts";
import { referralWhere } from "../rows.ts";

/** «写しを破棄しました»: the partner's word after the end (D-03). */
export const confirmReferralDestroyed = defineCommand({
  action: "referral.confirmDestroyed",
  input: ConfirmReferralDestroyed,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { tx, actor, municipalityId, input, facts, now } = step;
    const { referralId } = input;
    demandOne(
      await tx
        .update(referral)
        .set({ copiesDestroyedAt: sql`coalesce(${referral.copiesDestroyedAt}, ${now.toISOString()}::timestamptz)` })
        .where(referralWhere(municipalityId, referralId))
        .returning({ id: referral.id }),
    );
    await addEvent(step, referralId, { event: "confirmDestroyed", from: facts.status, to: facts.status });
    const { userId } = asPartner(actor);
    await confirmNotices(step, { userId, kinds: ["referral.ended"], subjectId: referralId, at: now });
    await tellSenders(step, { kind: "referral.copies_destroyed", referralId });
    return { id: referralId, subjects: [{ kind: "referral", id: referralId }] };
  },
});
