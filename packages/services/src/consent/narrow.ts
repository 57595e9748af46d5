import { asId, type CivilDate } from "@tsunagari/domain";
import { NarrowConsent, isNarrowerGrant, untilOf } from "@tsunagari/domain/consent";
import { demandNotAfter } from "../case/index.ts";
import { defineCommand, demandFound, fail, userIdOf } from "../kernel/index.ts";
import { loadSettings } from "../municipality/index.ts";
import { carryReferralsOver } from "../referral/index.ts";
import { endGrant } from "./end-grants.ts";
import { insertGrant } from "./grant.ts";
import { loadConsentFacts, loadGrants, lockGrants, type StoredGrant } from "./store.ts";

const earlier = (one: CivilDate, other: CivilDate): CivilDate => (one < other ? one : other);

/** Refuses what is no narrowing: more than was given needs a consent of its own. */
const demandNarrower = (old: StoredGrant, terms: NarrowConsent, untilOn: CivilDate): void => {
  if (terms.purpose !== old.purpose) fail("invalid_state", "consent.purpose_changed");
  const isNarrower = isNarrowerGrant(old, {
    purpose: terms.purpose,
    recipients: [
      ...terms.departmentIds.map((id) => ({ kind: "department", id }) as const),
      ...terms.organizationIds.map((id) => ({ kind: "organization", id }) as const),
    ],
    dataGroups: terms.dataGroups,
    sinceOn: terms.givenOn,
    untilOn,
  });
  if (!isNarrower) fail("invalid_state", "consent.not_narrower");
};

/**
 * Replaces a grant by a narrower one (D-02): the old one is withdrawn, open referrals wholly covered by the new one move
 * to it, the others end as by a withdrawal.
 */
export const narrowConsent = defineCommand({
  action: "consent.narrow",
  input: NarrowConsent,
  load: async (step) => {
    const { grantId } = step.input;
    await lockGrants(step, { grantId }, "update");
    const [grant] = await loadGrants(step, { grantId });
    if (!grant) return null;
    return loadConsentFacts(step, asId<"person">(grant.row.personId), { grants: [grant], isLockingCase: false });
  },
  run: async (step) => {
    const { tx, municipalityId, input, now, today } = step;
    const { givenOn, lastOn } = input;
    demandNotAfter(today, { givenOn });
    const old = demandFound((await loadGrants(step, { grantId: input.grantId })).at(0));
    const { consentMonths } = await loadSettings(tx, municipalityId);
    const untilOn =
      lastOn === null ? earlier(untilOf(givenOn, null, consentMonths), old.untilOn) : untilOf(givenOn, lastOn);
    demandNarrower(old, input, untilOn);
    const { caseId, personId } = old.row;
    const recording = { recordedAt: now, userId: userIdOf(step.actor), today };
    const toGrantId = await insertGrant(step, { caseId, personId }, { terms: input, untilOn, recording });
    const ended = await endGrant(step, old, { note: null, narrowedToId: toGrantId });
    const carried = await carryReferralsOver(step, { fromGrantId: old.id, toGrantId });
    return { id: toGrantId, subjects: [{ kind: "consent", id: toGrantId, caseId, personId }, ...ended, ...carried] };
  },
});
