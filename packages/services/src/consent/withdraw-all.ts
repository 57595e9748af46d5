import { WithdrawAllConsents } from "@tsunagari/domain/consent";
import { defineCommand, type Subject } from "../kernel/index.ts";
import { endReferralsUnderGrant } from "../referral/index.ts";
import { endable, endGrant } from "./end-grants.ts";
import { loadConsentFacts, loadGrants, lockGrants } from "./store.ts";

/** 「すべての同意を撤回」 (D-02, D-03): every consent of the person, in one transaction. */
export const withdrawAllConsents = defineCommand({
  action: "consent.withdrawAll",
  input: WithdrawAllConsents,
  load: async (step) => {
    const { personId } = step.input;
    await lockGrants(step, { personId }, "update");
    return loadConsentFacts(step, personId, { grants: await loadGrants(step, { personId }), isLockingCase: false });
  },
  run: async (step) => {
    const { personId, note } = step.input;
    const subjects: Subject[] = [];
    for (const grant of endable(await loadGrants(step, { personId }), step.today)) {
      subjects.push(...(await endGrant(step, grant, { note, narrowedToId: null })));
      subjects.push(...(await endReferralsUnderGrant(step, { grantId: grant.id })));
    }
    return { id: personId, subjects };
  },
});
