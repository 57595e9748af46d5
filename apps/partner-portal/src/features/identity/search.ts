import { z } from "zod";

/** Which page of the list; in the address, so that it can be come back to. */
export const MemberSearch = z.object({ page: z.coerce.number().int().min(1).max(10_000).optional().catch(undefined) });
export type MemberSearch = z.output<typeof MemberSearch>;
