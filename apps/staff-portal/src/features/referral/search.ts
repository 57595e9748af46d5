import { z } from "zod";

/** The address keeps numbers as numbers; a keyword may be one. */
const Text = z.union([z.string(), z.number()]).transform(String);

/** The parts of the work list, in the order in which they are looked through. */
export const referralViews = [
  "waiting",
  "due_soon",
  "overdue",
  "waitlisted",
  "review_due",
  "with_partner",
  "ended",
  "draft",
] as const;
export type ReferralView = (typeof referralViews)[number];

/** What the work list is cut to, as it stands in the address. */
export const ReferralListSearch = z.object({
  view: z.enum(referralViews).optional().catch(undefined),
  page: z.int().min(1).max(10_000).optional().catch(undefined),
});
export type ReferralListSearch = z.output<typeof ReferralListSearch>;

/** Which side of the acceptance the preview shows. */
export const ReferralSearch = z.object({ preview: z.enum(["after"]).optional().catch(undefined) });
export type ReferralSearch = z.output<typeof ReferralSearch>;

/** Whom a new referral is for, what it follows, and how the activities are searched. */
export const NewReferralSearch = z.object({
  personId: z.uuid().optional().catch(undefined),
  parentId: z.uuid().optional().catch(undefined),
  keyword: Text.optional().catch(undefined),
  free: z
    .union([z.literal(true), z.literal("on")])
    .transform(() => true as const)
    .optional()
    .catch(undefined),
});
export type NewReferralSearch = z.output<typeof NewReferralSearch>;
