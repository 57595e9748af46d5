import { identityMessages } from "@tsunagari/messages";
import type { MemberRoleChoice } from "./queries.ts";

/** The roles that can be given now, each with what it is for. */
export const roleOptions = (roles: readonly MemberRoleChoice[]) =>
  roles
    .filter(({ canBeGiven }) => canBeGiven === true)
    .map(({ code, label }) => ({
      value: code,
      label,
      description:
        code === "referralReceiver" ? identityMessages.effects.giveReferralReceiver : identityMessages.roleHelp[code],
    }));

/** Why a role is not among them, in a sentence; null where all are. */
export const missingRoleText = (roles: readonly MemberRoleChoice[]): string | null => {
  const refused = roles.find(({ canBeGiven }) => canBeGiven !== true);
  return refused === undefined || refused.canBeGiven === true ? null : identityMessages.reasons[refused.canBeGiven];
};
