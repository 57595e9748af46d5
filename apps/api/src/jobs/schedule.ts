import { remindVerification } from "@tsunagari/services/activity";
import { remindEndingConsents } from "@tsunagari/services/consent";
import { discardExpiredDrafts } from "@tsunagari/services/draft";
import { newId, type Context } from "@tsunagari/services/kernel";
import {
  endReferralsOfLapsedConsents,
  expireOverdueReferrals,
  remindFollowUps,
  remindUnansweredReferrals,
  remindWaitlistReviews,
} from "@tsunagari/services/referral";
import { carryOutRetention } from "@tsunagari/services/retention";

/** A job of one city; every one may be run again at any time without doing its work twice. */
export type Job = {
  readonly name: string;
  /** When, in Japan. */
  readonly cron: string;
  readonly run: (context: Context) => Promise<unknown>;
};

/** Dates of the system are dates in Japan (D-25). */
export const jobTimeZone = "Asia/Tokyo";

// Access ends by date without any job (D-03); the first two make the rows say so soon after midnight.
export const jobs: readonly Job[] = [
  { name: "referral.end-lapsed-consents", cron: "5 0 * * *", run: endReferralsOfLapsedConsents },
  { name: "referral.expire-overdue", cron: "10 0 * * *", run: expireOverdueReferrals },
  { name: "referral.remind-unanswered", cron: "0 7 * * *", run: remindUnansweredReferrals },
  { name: "referral.remind-waitlist-reviews", cron: "5 7 * * *", run: remindWaitlistReviews },
  { name: "referral.remind-follow-ups", cron: "10 7 * * *", run: remindFollowUps },
  { name: "consent.remind-ending", cron: "20 7 * * *", run: remindEndingConsents },
  { name: "activity.remind-verification", cron: "15 7 * * *", run: remindVerification },
  { name: "retention.carry-out", cron: "20 1 * * *", run: carryOutRetention },
  {
    name: "draft.discard-expired",
    cron: "30 3 * * *",
    run: (context) => discardExpiredDrafts.execute(context, { requestId: newId<"request">() }),
  },
];
