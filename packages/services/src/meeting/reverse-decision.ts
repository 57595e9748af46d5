import { and, eq, isNull } from "@tsunagari/db";
import { meetingDecision } from "@tsunagari/db/schema";
import { asId } from "@tsunagari/domain";
import { ReverseDecision } from "@tsunagari/domain/meeting";
import { caseTextPlace, findCase } from "../case/index.ts";
import { defineCommand, demandFound, demandOne, fail, openCaseKey, sealText } from "../kernel/index.ts";
import { findDecision } from "./decisions.ts";
import { loadItemForUpdate } from "./store.ts";

/** Reverses a decision with a reason: from now on the gate is shut (D-05). */
export const reverseDecision = defineCommand({
  action: "meeting.reverseDecision",
  input: ReverseDecision,
  load: async (step) => {
    const row = await findDecision(step, step.input.decisionId);
    return row && loadItemForUpdate(step, asId<"agendaItem">(row.agendaItemId));
  },
  run: async (step) => {
    const { tx, keys, municipalityId, input, now } = step;
    const { id, caseId, personId, reversedAt, version } = demandFound(await findDecision(step, input.decisionId));
    if (reversedAt !== null) fail("invalid_state", "meeting.already_reversed");
    const key = openCaseKey(keys, demandFound(await findCase(step, caseId)));
    const place = caseTextPlace("meeting_decision", { column: "reversal_ciphertext", municipalityId, rowId: id });
    demandOne(
      await tx
        .update(meetingDecision)
        .set({ reversedAt: now, reversalCiphertext: sealText(key, input.reason, place), version: version + 1 })
        .where(
          and(
            eq(meetingDecision.municipalityId, municipalityId),
            eq(meetingDecision.id, id),
            isNull(meetingDecision.reversedAt),
          ),
        )
        .returning({ id: meetingDecision.id }),
    );
    return { id, subjects: [{ kind: "decision", id, caseId, personId }] };
  },
});
