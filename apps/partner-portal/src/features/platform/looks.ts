import type { MembershipStatus } from "@tsunagari/domain/platform";
import { platformMessages } from "@tsunagari/messages";
import type { StatusTone } from "@tsunagari/ui";
import type { Platform } from "./queries.ts";

export const membershipTones: Readonly<Record<MembershipStatus, StatusTone>> = {
  applied: "info",
  cancelled: "quiet",
  declined: "warning",
  active: "success",
  left: "quiet",
};

/** 「地域共生推進課（市）、社会福祉協議会（地域福祉コーディネーター）」 */
export const operatorsText = ({ operators }: Pick<Platform, "operators">): string =>
  operators.map(({ name, role }) => `${name}（${platformMessages.operatorRoles[role]}）`).join("、");

/** Whether the organization belongs or has asked to: what stands under 「私たちの」. */
export const isOurs = ({ membership }: Pick<Platform, "membership">): boolean =>
  membership !== null && ["active", "applied"].includes(membership.status);
