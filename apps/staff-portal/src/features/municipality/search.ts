import { isCivilDate } from "@tsunagari/domain/kernel";
import { changeSubjectKinds } from "@tsunagari/domain/municipality";
import { z } from "zod";

/** The day a section shows, and of which kind and page the history is. */
export const SectionSearch = z.object({
  on: z.string().refine(isCivilDate).optional().catch(undefined),
  kind: z.enum(changeSubjectKinds).optional().catch(undefined),
  page: z.int().min(1).max(10_000).optional().catch(undefined),
});
export type SectionSearch = z.output<typeof SectionSearch>;
