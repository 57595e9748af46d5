import { caseStatuses, lifeIssues } from "@tsunagari/domain/case";
import { z } from "zod";

/** The address keeps numbers as numbers; a name is text all the same. */
const Text = z.union([z.string(), z.number()]).transform(String);

/** What the list is filtered by, as it stands in the address. */
export const CaseSearch = z.object({
  name: Text.optional().catch(undefined),
  status: z.enum(caseStatuses).optional().catch(undefined),
  issue: z.enum(lifeIssues).optional().catch(undefined),
  page: z.int().min(1).max(10_000).optional().catch(undefined),
});
export type CaseSearch = z.output<typeof CaseSearch>;

/** Which step of the intake is open. */
export const IntakeSearch = z.object({ step: z.int().min(1).max(5).optional().catch(undefined) });
