import { and, eq } from "@tsunagari/db";
import { referral } from "@tsunagari/db/schema";
import { UpdateReferralDraft } from "@tsunagari/domain/referral";
import { defineCommand, demandFound, demandOne, demandVersion } from "../../kernel/index.ts";
import { loadReferralForUpdate } from "../load.ts";
import { demandUnnamed, writePacket } from "../packet.ts";
import { findReferralKey } from "../person-key.ts";
import { findSenderRow, referralWhere } from "../rows.ts";
import { dueOnFor } from "./send.ts";

/** Writes the whole draft: consent, purpose, date and the packet's fields. What may be sent is asked at `send`. */
export const updateReferralDraft = defineCommand({
  action: "referral.updateDraft",
  input: UpdateReferralDraft,
  load: loadReferralForUpdate,
  run: async (step) => {
    const { tx, municipalityId, input, today } = step;
    const row = demandFound(await findSenderRow(step, input.referralId));
    demandVersion(row.version, input.version);
    const { wishes, needs, times, staffContact } = input.packet;
    await demandUnnamed(step, row.personId, {
      "packet.wishes": wishes,
      "packet.needs": needs,
      "packet.times": times,
      "packet.staffContact": staffContact,
    });
    // It is asked again at `send`, because days pass; told here it stands at its field.
    if (input.dueOn !== null) await dueOnFor(step, input.dueOn, today);
    const held = demandFound(await findReferralKey(step, row.id));
    await writePacket({ tx, municipalityId, referralId: row.id, held }, input.packet);
    demandOne(
      await tx
        .update(referral)
        .set({
          consentGrantId: input.consentGrantId,
          purpose: input.purpose,
          contactWay: input.contactWay,
          dueOn: input.dueOn,
          version: row.version + 1,
        })
        .where(and(referralWhere(municipalityId, row.id), eq(referral.version, row.version)))
        .returning({ id: referral.id }),
    );
    return { id: row.id, subjects: [{ kind: "referral", id: row.id, caseId: row.caseId, personId: row.personId }] };
  },
});
