import { endedReferralStatuses, openReferralStatuses } from "@tsunagari/domain/referral";
import { z } from "zod";

/** Which referrals are listed, as it stands in the address. */
export const ReferralSearch = z.object({
  view: z.literal("ended").optional().catch(undefined),
  status: z
    .enum([...openReferralStatuses, ...endedReferralStatuses])
    .optional()
    .catch(undefined),
  page: z.int().min(1).max(10_000).optional().catch(undefined),
});
export type ReferralSearch = z.output<typeof ReferralSearch>;
