import { and, eq } from "@tsunagari/db";
import { agendaItem } from "@tsunagari/db/schema";
import { AddAgendaItem } from "@tsunagari/domain/meeting";
import { defineCommand, demandFound, fail, newId } from "../kernel/index.ts";
import { findGrantForMeeting, findMeeting, findPersonFacts } from "./store.ts";

/** Puts a person of a case on the agenda, under the consent that names every member (D-38). */
export const addAgendaItem = defineCommand({
  action: "meeting.addAgendaItem",
  input: AddAgendaItem,
  load: (step) => findPersonFacts(step, step.input.meetingId, { about: step.input, isLocking: true }),
  run: async (step) => {
    const { tx, municipalityId, facts, input } = step;
    const { meetingId, caseId, personId, topic } = input;
    const [standing] = await tx
      .select({ id: agendaItem.id })
      .from(agendaItem)
      .where(
        and(
          eq(agendaItem.municipalityId, municipalityId),
          eq(agendaItem.meetingId, meetingId),
          eq(agendaItem.personId, personId),
          eq(agendaItem.topic, topic),
        ),
      );
    if (standing) fail("invalid_state", "meeting.already_on_agenda");
    const grant = demandFound(
      await findGrantForMeeting(step, demandFound(await findMeeting(step, meetingId)), personId),
    );
    const id = newId<"agendaItem">();
    await tx.insert(agendaItem).values({
      municipalityId,
      id,
      meetingId,
      caseId,
      personId,
      consentGrantId: grant.id,
      topic,
      sortOrder: facts.agendaItemCount,
    });
    return {
      id,
      subjects: [
        { kind: "meeting", id: meetingId, caseId },
        { kind: "person", id: personId, caseId, personId },
      ],
    };
  },
});
