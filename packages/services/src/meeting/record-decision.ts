import { and, eq, isNull } from "@tsunagari/db";
import { meetingDecision } from "@tsunagari/db/schema";
import { RecordDecision } from "@tsunagari/domain/meeting";
import { caseTextPlace, findCase } from "../case/index.ts";
import { asStaff, defineCommand, demandFound, fail, newId, openCaseKey, sealText } from "../kernel/index.ts";
import { findAgendaItem, findMeeting, loadItemForUpdate } from "./store.ts";

/** Records what the meeting decided about a person; it names no activity (D-05). */
export const recordDecision = defineCommand({
  action: "meeting.recordDecision",
  input: RecordDecision,
  load: (step) => loadItemForUpdate(step, step.input.agendaItemId),
  run: async (step) => {
    const { tx, keys, municipalityId, input, now } = step;
    const { kind, note } = input;
    const item = demandFound(await findAgendaItem(step, input.agendaItemId));
    const { caseId, personId, meetingId } = item;
    if (item.topic !== "participationSupport") fail("invalid_state", "meeting.other_topic");
    const [standing] = await tx
      .select({ id: meetingDecision.id })
      .from(meetingDecision)
      .where(
        and(
          eq(meetingDecision.municipalityId, municipalityId),
          eq(meetingDecision.agendaItemId, item.id),
          eq(meetingDecision.kind, kind),
          isNull(meetingDecision.reversedAt),
        ),
      );
    if (standing) fail("invalid_state", "meeting.already_decided");
    const { meetsOn } = demandFound(await findMeeting(step, meetingId));
    const id = newId<"meetingDecision">();
    const key = openCaseKey(keys, demandFound(await findCase(step, caseId)));
    const place = caseTextPlace("meeting_decision", { column: "note_ciphertext", municipalityId, rowId: id });
    await tx.insert(meetingDecision).values({
      municipalityId,
      id,
      agendaItemId: item.id,
      caseId,
      personId,
      kind,
      decidedOn: meetsOn,
      recordedAt: now,
      recordedBy: asStaff(step.actor).userId,
      noteCiphertext: note === null ? null : sealText(key, note, place),
    });
    return {
      id,
      subjects: [
        { kind: "decision", id, caseId, personId },
        { kind: "meeting", id: meetingId, caseId },
      ],
    };
  },
});
