import { isCivilDate } from "@tsunagari/domain/kernel";
import { z } from "zod";

/** The day as of which members are shown; today where the address says nothing. */
export const AsOfSearch = z.object({ on: z.string().refine(isCivilDate).optional().catch(undefined) });
export type AsOfSearch = z.output<typeof AsOfSearch>;

export const ApplicationSearch = z.object({ page: z.int().min(1).max(10_000).optional().catch(undefined) });
export type ApplicationSearch = z.output<typeof ApplicationSearch>;
