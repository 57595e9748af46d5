import { router } from "./trpc.ts";

/** What staff may call; mounted only on a node with the role `staff`. */
export const staffRouter = router({});

/** What partner organizations may call. */
export const partnerRouter = router({});

/** What anyone may read, with GET. */
export const publicRouter = router({});

export type StaffRouter = typeof staffRouter;
export type PartnerRouter = typeof partnerRouter;
export type PublicRouter = typeof publicRouter;
