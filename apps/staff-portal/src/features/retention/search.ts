import { waitingRetentionStatuses } from "@tsunagari/domain/retention";
import { z } from "zod";

const PageNumber = z.int().min(1).max(10_000).optional().catch(undefined);

/** What is shown of the list, as it stands in the address; `past` is the page of what was destroyed. */
export const RetentionSearch = z.object({
  status: z.enum(waitingRetentionStatuses).optional().catch(undefined),
  page: PageNumber,
  past: PageNumber,
});
export type RetentionSearch = z.output<typeof RetentionSearch>;
