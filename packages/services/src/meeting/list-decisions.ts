import { asId } from "@tsunagari/domain";
import { ListDecisions, type MeetingFacts } from "@tsunagari/domain/meeting";
import { findCase, loadCaseAccess } from "../case/index.ts";
import { defineQuery, readClock, type Subject } from "../kernel/index.ts";
import { presentDecisions } from "./decisions.ts";

/** Decisions about the persons of a case, for its page. */
export const listDecisions = defineQuery({
  action: "meeting.readDecision",
  input: ListDecisions,
  load: async (step): Promise<MeetingFacts | null> => {
    const found = await findCase(step, step.input.caseId);
    if (!found) return null;
    const { today } = await readClock(step.tx);
    const access = await loadCaseAccess(step, found.id, today);
    return {
      municipalityId: step.municipalityId,
      legalBasis: "consented",
      status: "held",
      hasBegun: true,
      agendaItemCount: 0,
      uncoveredItemCount: 0,
      item: {
        ...access,
        isCaseClosed: found.status === "closed",
        isErased: found.erasedAt !== null,
        isMember: true,
        isCovered: true,
      },
    };
  },
  run: (step) => presentDecisions(step, step.input.caseId, step.today),
  reads: ({ value, input }): readonly Subject[] =>
    [...new Set(value.map((decision) => decision.personId))].map((personId) => ({
      kind: "person",
      id: asId<"person">(personId),
      caseId: input.caseId,
      personId,
    })),
});
