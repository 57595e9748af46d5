import { GiveConsent, untilOf } from "@tsunagari/domain/consent";
import { demandNotAfter, findPerson } from "../case/index.ts";
import { defineCommand, demandFound, userIdOf } from "../kernel/index.ts";
import { loadSettings } from "../municipality/index.ts";
import { insertGrant } from "./grant.ts";
import { loadConsentFacts } from "./store.ts";

/** Records a consent: one person × purpose × recipients × data groups × period × form (D-02). */
export const giveConsent = defineCommand({
  action: "consent.give",
  input: GiveConsent,
  load: (step) => loadConsentFacts(step, step.input.personId, { grants: [], isLockingCase: true }),
  run: async (step) => {
    const { tx, municipalityId, input, now, today } = step;
    const { personId, givenOn, lastOn } = input;
    demandNotAfter(today, { givenOn });
    const { caseId } = demandFound(await findPerson(step, personId));
    const { consentMonths } = await loadSettings(tx, municipalityId);
    const id = await insertGrant(
      step,
      { caseId, personId },
      {
        terms: input,
        untilOn: untilOf(givenOn, lastOn, consentMonths),
        recording: { recordedAt: now, userId: userIdOf(step.actor), today },
      },
    );
    return {
      id,
      subjects: [
        { kind: "consent", id, caseId, personId },
        { kind: "person", id: personId, caseId, personId },
      ],
    };
  },
});
