import type { ReferralStatus } from "@tsunagari/domain/referral";
import type { StatusTone } from "@tsunagari/ui";

export const statusTones: Readonly<Record<ReferralStatus, StatusTone>> = {
  draft: "quiet",
  sent: "warning",
  accepted: "info",
  waitlisted: "neutral",
  in_progress: "info",
  completed: "success",
  not_helped: "quiet",
  declined: "quiet",
  withdrawn: "quiet",
  expired: "quiet",
  entered_in_error: "quiet",
};
