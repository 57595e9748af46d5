import { portals, userStatuses } from "@tsunagari/domain/identity";
import { z } from "zod";

const Belonging = z.uuid().optional().catch(undefined);

/** What the list is filtered by, as it stands in the address. */
export const UserSearch = z.object({
  keyword: z.string().trim().min(1).max(100).optional().catch(undefined),
  portal: z.enum(portals).optional().catch(undefined),
  status: z.enum(userStatuses).optional().catch(undefined),
  organizationId: Belonging,
  page: z.int().min(1).max(10_000).optional().catch(undefined),
});
export type UserSearch = z.output<typeof UserSearch>;

/** What is known already of the user to be registered. */
export const NewUserSearch = z.object({
  portal: z.enum(portals).optional().catch(undefined),
  organizationId: Belonging,
});
export type NewUserSearch = z.output<typeof NewUserSearch>;
