import { z } from "zod";

/** Which notices are listed, as it stands in the address. */
export const NoticeSearch = z.object({
  view: z.literal("unread").optional().catch(undefined),
  page: z.int().min(1).max(10_000).optional().catch(undefined),
});
export type NoticeSearch = z.output<typeof NoticeSearch>;
