import type { Instant } from "../kernel/time.ts";
import type { UserStatus } from "./identity.ts";

/** What a link sent by mail is for. */
export const linkPurposes = ["invitation", "passwordReset"] as const;
export type LinkPurpose = (typeof linkPurposes)[number];

/** How long a link can be used: an invitation waits for somebody to read his mail, a reset was asked for just now. */
export const linkValidSeconds: Readonly<Record<LinkPurpose, number>> = {
  invitation: 7 * 24 * 60 * 60,
  passwordReset: 30 * 60,
};

/** How far an account has come, as the administrator sees it. */
export const accessStates = [
  "deactivated",
  "inUse",
  "handedOver",
  "invited",
  "invitationExpired",
  "notInvited",
] as const;
export type AccessState = (typeof accessStates)[number];

export type Access = {
  readonly status: UserStatus;
  readonly hasPassword: boolean;
  /** Whether the password is one that somebody else handed over. */
  readonly isOneTime: boolean;
  /** Until when the last invitation can be used; null where there is none. */
  readonly invitedUntil: Instant | null;
};

/** Whether the account is in use, waits for its owner, or waits for the administrator. */
export const accessStateOf = (access: Access, now: Instant): AccessState => {
  if (access.status === "deactivated") return "deactivated";
  if (access.hasPassword) return access.isOneTime ? "handedOver" : "inUse";
  if (access.invitedUntil === null) return "notInvited";
  return now.getTime() < access.invitedUntil.getTime() ? "invited" : "invitationExpired";
};
