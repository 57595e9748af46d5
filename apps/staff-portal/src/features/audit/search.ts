import { isCivilDate } from "@tsunagari/domain/kernel";
import { z } from "zod";

const Day = z.string().refine(isCivilDate).optional().catch(undefined);

/** Of whom and of when the log is shown, as it stands in the address. */
export const AccessSearch = z.object({
  person: z.uuid().optional().catch(undefined),
  from: Day,
  to: Day,
  page: z.int().min(1).max(100_000).optional().catch(undefined),
});
export type AccessSearch = z.output<typeof AccessSearch>;

export const SheetSearch = z.object({ person: z.uuid().optional().catch(undefined), from: Day, to: Day });
export type SheetSearch = z.output<typeof SheetSearch>;
