import { mailStates } from "@tsunagari/domain/notice";
import { z } from "zod";

const PageNumber = z.int().min(1).max(10_000).optional().catch(undefined);

/** Whether what was read is shown too, as it stands in the address. */
export const NoticeSearch = z.object({
  show: z.enum(["all"]).optional().catch(undefined),
  page: PageNumber,
});
export type NoticeSearch = z.output<typeof NoticeSearch>;

export const OutboxSearch = z.object({ state: z.enum(mailStates).optional().catch(undefined), page: PageNumber });
export type OutboxSearch = z.output<typeof OutboxSearch>;
