import { consentPurposes } from "@tsunagari/domain/consent";
import { z } from "zod";

/** What a page that needs a consent already knows about it. */
export const NewConsentSearch = z.object({
  person: z.string().optional().catch(undefined),
  purpose: z.enum(consentPurposes).optional().catch(undefined),
  /** The departments a meeting still lacks. */
  departments: z.array(z.string()).max(50).optional().catch(undefined),
  /** The meeting to go back to. */
  meeting: z.string().optional().catch(undefined),
});
export type NewConsentSearch = z.output<typeof NewConsentSearch>;

export const SheetSearch = z.object({ person: z.string().catch("") });
