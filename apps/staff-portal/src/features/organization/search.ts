import { organizationKinds, organizationStatuses } from "@tsunagari/domain/organization";
import { isCivilDate } from "@tsunagari/domain/kernel";
import { z } from "zod";

/** The address keeps numbers as numbers; a keyword may be one. */
const Text = z.union([z.string(), z.number()]).transform(String);

/** What the list is filtered by, as it stands in the address. */
export const OrganizationSearch = z.object({
  keyword: Text.optional().catch(undefined),
  kind: z.enum(organizationKinds).optional().catch(undefined),
  status: z.enum(organizationStatuses).optional().catch(undefined),
  receives: z
    .union([z.literal(true), z.literal("on")])
    .transform(() => true as const)
    .optional()
    .catch(undefined),
  /** The day as of which the plan's figures are shown; today where the address says nothing. */
  on: z.string().refine(isCivilDate).optional().catch(undefined),
  page: z.int().min(1).max(10_000).optional().catch(undefined),
});
export type OrganizationSearch = z.output<typeof OrganizationSearch>;
