import { activityStatuses } from "@tsunagari/domain/activity";
import { z } from "zod";

/** The address keeps numbers as numbers; a keyword may be one. */
const Text = z.union([z.string(), z.number()]).transform(String);
const PageNumber = z.int().min(1).max(10_000).optional().catch(undefined);

/** What the list is filtered by, as it stands in the address. */
export const ActivitySearch = z.object({
  keyword: Text.optional().catch(undefined),
  status: z.enum(activityStatuses).optional().catch(undefined),
  receives: z
    .union([z.literal(true), z.literal("on")])
    .transform(() => true as const)
    .optional()
    .catch(undefined),
  organizationId: z.uuid().optional().catch(undefined),
  page: PageNumber,
});
export type ActivitySearch = z.output<typeof ActivitySearch>;

export const ApprovalListSearch = z.object({ page: PageNumber });
export type ApprovalListSearch = z.output<typeof ApprovalListSearch>;

/** Which half of an approval is looked at. */
export const ApprovalSearch = z.object({ view: z.enum(["changes", "preview"]).optional().catch(undefined) });
export type ApprovalSearch = z.output<typeof ApprovalSearch>;
