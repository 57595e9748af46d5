import { GetReferral } from "@tsunagari/domain/referral";
import { asStaff, defineQuery, demandFound, type Subject } from "../../kernel/index.ts";
import { findReferral } from "../load.ts";
import { readMessages } from "../messages.ts";
import { findIsAreaDisclosable, readPacket, readPacketForm } from "../packet.ts";
import { findReferralKey } from "../person-key.ts";
import { presentShared, presentTexts, readHistory } from "../present.ts";
import { findSenderRow } from "../rows.ts";
import { presentChecklist, presentChoices, presentSender } from "./sender-view.ts";

/** A referral as the sending side sees it, with the draft's form and choices while it is one. */
export const getReferral = defineQuery({
  action: "referral.read",
  input: GetReferral,
  load: findReferral,
  run: async (step) => {
    const { tx, keys, municipalityId, actor, input, facts, today, may } = step;
    asStaff(actor);
    const row = demandFound(await findSenderRow(step, input.referralId));
    // No key: its retention is over, and the row stays (D-19).
    const held = await findReferralKey(step, row.id);
    const reading = held && { tx, keys, municipalityId, referralId: row.id, held };
    const isDraft = facts.status === "draft";
    return {
      ...(await presentShared(step, row, today)),
      ...presentTexts(municipalityId, row, held),
      ...(await presentSender(step, row, facts)),
      packet: {
        lines: reading === null ? [] : await readPacket(reading),
        isAreaDisclosable: await findIsAreaDisclosable(step, row.id),
      },
      form: isDraft && reading !== null ? await readPacketForm(reading) : null,
      choices: isDraft ? await presentChoices(step, row, today) : null,
      checklist: presentChecklist(facts),
      messages: await readMessages(step, row.id, held),
      history: await readHistory(step, { referralId: row.id, held, isForPartner: false }),
      abilities: {
        updateDraft: may("referral.updateDraft", facts),
        send: may("referral.send", facts),
        withdraw: may("referral.withdraw", facts),
        reopen: may("referral.reopen", facts),
        answer: may("referral.answer", facts),
        recordPersonAnswer: may("referral.recordPersonAnswer", facts),
        createDraft: may("referral.createDraft", facts),
        markEnteredInError: may("referral.markEnteredInError", facts),
      },
    };
  },
  reads: ({ value }): readonly Subject[] => [
    { kind: "referral", id: value.id, caseId: value.case.id, personId: value.person.id },
  ],
});
