import { and, eq, inArray } from "@tsunagari/db";
import { department } from "@tsunagari/db/schema";
import { asId } from "@tsunagari/domain";
import { CheckAgendaItem, membersWithoutConsent } from "@tsunagari/domain/meeting";
import { findPerson } from "../case/index.ts";
import { loadGrants } from "../consent/index.ts";
import { defineQuery, demandFound } from "../kernel/index.ts";
import { departmentNameToday } from "../municipality/index.ts";
import { findMeeting, findPersonFacts, loadCircle } from "./store.ts";

/** Before somebody is put on the agenda: which members a consent would still have to name (D-38). */
export const checkAgendaItem = defineQuery({
  action: "meeting.readDecision",
  input: CheckAgendaItem,
  load: async (step) => {
    const { meetingId, personId } = step.input;
    const person = await findPerson(step, personId);
    if (!person) return null;
    const about = { caseId: asId<"case">(person.caseId), personId };
    return findPersonFacts(step, meetingId, { about, isLocking: false });
  },
  run: async (step) => {
    const { tx, municipalityId, input, facts, may } = step;
    const { personId } = input;
    const { caseId } = demandFound(await findPerson(step, personId));
    const circle = await loadCircle(step, demandFound(await findMeeting(step, input.meetingId)));
    const missing = membersWithoutConsent(await loadGrants(step, { personId }), circle);
    const departments =
      missing.length === 0
        ? []
        : await tx
            .select({ departmentId: department.id, name: departmentNameToday })
            .from(department)
            .where(and(eq(department.municipalityId, municipalityId), inArray(department.id, [...missing])));
    return {
      caseId,
      personId,
      missing: departments,
      abilities: { addAgendaItem: may("meeting.addAgendaItem", facts) },
    };
  },
  reads: ({ value: { caseId, personId } }) => [{ kind: "person", id: personId, caseId, personId }],
});
