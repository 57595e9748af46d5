import { activityStatuses } from "@tsunagari/domain/activity";
import { z } from "zod";

/** What the list is filtered by, as it stands in the address. */
export const ActivitySearch = z.object({
  status: z.enum(activityStatuses).exclude(["discarded"]).optional().catch(undefined),
  page: z.int().min(1).max(10_000).optional().catch(undefined),
});
export type ActivitySearch = z.output<typeof ActivitySearch>;

/** Which content of an activity is looked at: what waits, or what is public now. */
export const ActivityViewSearch = z.object({ view: z.enum(["working", "published"]).optional().catch(undefined) });
export type ActivityViewSearch = z.output<typeof ActivityViewSearch>;
