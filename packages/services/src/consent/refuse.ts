import { RefuseConsent, eventsForAnswer } from "@tsunagari/domain/consent";
import { demandNotAfter, findPerson } from "../case/index.ts";
import { defineCommand, demandFound, userIdOf } from "../kernel/index.ts";
import { addConsentEvents, loadConsentFacts, loadConsentState } from "./store.ts";

/** Records that the person does not consent. Grants in force stay; ending them is a withdrawal. */
export const refuseConsent = defineCommand({
  action: "consent.refuse",
  input: RefuseConsent,
  load: (step) => loadConsentFacts(step, step.input.personId, { grants: [], isLockingCase: true }),
  run: async (step) => {
    const { input, now, today } = step;
    const { personId, purpose, refusedOn, note } = input;
    demandNotAfter(today, { refusedOn });
    const { caseId } = demandFound(await findPerson(step, personId));
    const id = await addConsentEvents(step, {
      kinds: eventsForAnswer(await loadConsentState(step, { personId, purpose, today }), "refuse"),
      caseId,
      personId,
      purpose,
      grantId: null,
      happenedOn: refusedOn,
      recordedAt: now,
      userId: userIdOf(step.actor),
      note,
    });
    return { id, subjects: [{ kind: "person", id: personId, caseId, personId }] };
  },
});
