import { canFire } from "@tsunagari/domain";
import { AskConsent, consentMachine } from "@tsunagari/domain/consent";
import { demandNotAfter, findPerson } from "../case/index.ts";
import { defineCommand, demandFound, fail, userIdOf } from "../kernel/index.ts";
import { addConsentEvents, loadConsentFacts, loadConsentState } from "./store.ts";

/** Records that a purpose was explained and the answer is still open (SM-02). */
export const askConsent = defineCommand({
  action: "consent.ask",
  input: AskConsent,
  load: (step) => loadConsentFacts(step, step.input.personId, { grants: [], isLockingCase: true }),
  run: async (step) => {
    const { input, now, today } = step;
    const { personId, purpose, askedOn, note } = input;
    demandNotAfter(today, { askedOn });
    const { caseId } = demandFound(await findPerson(step, personId));
    const state = await loadConsentState(step, { personId, purpose, today });
    if (!canFire(consentMachine, "ask", state)) fail("invalid_state", "consent.invalid_state");
    const id = await addConsentEvents(step, {
      kinds: ["asked"],
      caseId,
      personId,
      purpose,
      grantId: null,
      happenedOn: askedOn,
      recordedAt: now,
      userId: userIdOf(step.actor),
      note,
    });
    return { id, subjects: [{ kind: "person", id: personId, caseId, personId }] };
  },
});
