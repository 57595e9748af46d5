import { asId } from "@tsunagari/domain";
import { WithdrawConsent } from "@tsunagari/domain/consent";
import { defineCommand, demandFound } from "../kernel/index.ts";
import { endReferralsUnderGrant } from "../referral/index.ts";
import { endGrant } from "./end-grants.ts";
import { loadConsentFacts, loadGrants, lockGrants } from "./store.ts";

/**
 * Ends a consent at once (D-03): the lock first, the moment second, then everything that rests on it, in one
 * transaction. When it commits no open referral is left under the grant and no packet opens any more.
 */
export const withdrawConsent = defineCommand({
  action: "consent.withdraw",
  input: WithdrawConsent,
  load: async (step) => {
    const { grantId } = step.input;
    await lockGrants(step, { grantId }, "update");
    const [grant] = await loadGrants(step, { grantId });
    if (!grant) return null;
    return loadConsentFacts(step, asId<"person">(grant.row.personId), { grants: [grant], isLockingCase: false });
  },
  run: async (step) => {
    const { grantId, note } = step.input;
    const grant = demandFound((await loadGrants(step, { grantId })).at(0));
    const ended = await endGrant(step, grant, { note, narrowedToId: null });
    return { id: grantId, subjects: [...ended, ...(await endReferralsUnderGrant(step, { grantId }))] };
  },
});
