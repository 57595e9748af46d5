import { isFresh, type Actor, type Instant, type KernelReason } from "./kernel/index.ts";
import type { Action } from "./registry.ts";

/**
 * Acts after which something has left the house, or that open another's account: whoever sits before an unlocked screen
 * shows first that he is the one who signed in (ASVS 7.5.1, 7.5.3; threat 12). A new print or export belongs here.
 */
export const stepUpActions = [
  "referral.send",
  "consent.printSheet",
  "audit.printSheet",
  "case.unprotect",
  "retention.confirm",
  "identity.inviteMember",
  "identity.giveMemberRole",
  "identity.issuePassword",
  "identity.resetSecondFactors",
  "identity.beginTotp",
  "identity.removeTotp",
  "identity.beginPasskey",
  "identity.removePasskey",
  "identity.renewRecoveryCodes",
] as const satisfies readonly Action[];

/** All that is open to whoever still lacks the second factor his city asks for: the way to one. */
export const enrollmentActions = [
  "identity.getMe",
  "identity.getSecondFactors",
  "identity.beginTotp",
  "identity.confirmTotp",
  "identity.beginPasskey",
  "identity.registerPasskey",
  "identity.changeOwnPassword",
] as const satisfies readonly Action[];

const isOneOf = (actions: readonly Action[], action: Action): boolean => actions.includes(action);

/** Whether the actor has shown enough of who he is for this action at all; looked at before anything is loaded. */
export const assuranceVerdict = (action: Action, actor: Actor): true | KernelReason => {
  if (actor.kind !== "staff" && actor.kind !== "partner") return true;
  return actor.assurance > 0 || isOneOf(enrollmentActions, action) || "kernel.second_factor_needed";
};

/** Whether he has shown it lately enough; looked at after the policy, so that nobody is asked for what he may not do. */
export const freshnessVerdict = (action: Action, actor: Actor, now: Instant): true | KernelReason =>
  !isOneOf(stepUpActions, action) || isFresh(actor, now) || "kernel.step_up_needed";
