import { and, eq } from "@tsunagari/db";
import { agendaItem } from "@tsunagari/db/schema";
import { RemoveAgendaItem } from "@tsunagari/domain/meeting";
import { defineCommand, demandFound, demandOne } from "../kernel/index.ts";
import { findAgendaItem, loadItemForUpdate } from "./store.ts";

/** Takes a person off the agenda before the meeting. */
export const removeAgendaItem = defineCommand({
  action: "meeting.removeAgendaItem",
  input: RemoveAgendaItem,
  load: (step) => loadItemForUpdate(step, step.input.agendaItemId),
  run: async (step) => {
    const { tx, municipalityId, input } = step;
    const { meetingId, caseId, personId } = demandFound(await findAgendaItem(step, input.agendaItemId));
    demandOne(
      await tx
        .delete(agendaItem)
        .where(and(eq(agendaItem.municipalityId, municipalityId), eq(agendaItem.id, input.agendaItemId)))
        .returning({ id: agendaItem.id }),
    );
    return {
      id: meetingId,
      subjects: [
        { kind: "meeting", id: meetingId, caseId },
        { kind: "person", id: personId, caseId, personId },
      ],
    };
  },
});
