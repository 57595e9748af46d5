import { accessibilityFlags, activityCategories, audiences, joinWays } from "@tsunagari/domain/activity";
import { z } from "zod";

const ActivityFile = z.strictObject({
  code: z.string(),
  organization: z.string(),
  content: z.strictObject({
    title: z.string(),
    titleKana: z.string(),
    category: z.enum(activityCategories),
    summary: z.string(),
    description: z.string(),
    audiences: z.array(z.enum(audiences)),
    audienceNote: z.string().nullable(),
    isFree: z.boolean(),
    feeNote: z.string().nullable(),
    joinWay: z.enum(joinWays),
    joinNote: z.string().nullable(),
    accessibility: z.array(z.enum(accessibilityFlags)),
    accessibilityNote: z.string().nullable(),
  }),
  /** Every week on this day, or null: by appointment. */
  schedule: z
    .strictObject({ weekday: z.number(), fromTime: z.string(), toTime: z.string(), note: z.string().nullable() })
    .nullable(),
  scheduleNote: z.string().optional(),
  contactName: z.string(),
  /** Null where the activity takes nobody by referral; a capacity of null states no limit (D-30). */
  referrals: z.strictObject({ capacity: z.number().nullable() }).nullable(),
  state: z.enum(["draft", "submitted", "returned", "published", "ended"]),
  submittedDaysAgo: z.number(),
  confirmedDaysAgo: z.number().optional(),
  endedDaysAgo: z.number().optional(),
  returnReason: z.string().optional(),
  /** A change of a published activity that waits for approval (D-15). */
  change: z
    .strictObject({ daysAgo: z.number(), fromTime: z.string(), toTime: z.string(), summary: z.string() })
    .optional(),
});
export type ActivityFile = z.output<typeof ActivityFile>;
export const ActivityFiles = z.array(ActivityFile);
