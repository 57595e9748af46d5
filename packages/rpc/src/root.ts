import * as routers from "./routers/index.ts";
import { router } from "./trpc.ts";

type Routers = typeof routers;
type Audience = "staff" | "partner" | "public";
/** The modules that serve an audience, each with its procedures for it and no others. */
type Serving<A extends Audience> = {
  [M in keyof Routers as Routers[M] extends Readonly<Record<A, unknown>> ? M : never]: Routers[M] extends Readonly<
    Record<A, infer Procedures>
  >
    ? Procedures
    : never;
};

/** The runtime fact: a router holds an audience's procedures under the audience's own name. */
const serving = <A extends Audience>(audience: A) =>
  Object.fromEntries(
    Object.entries(routers).flatMap(([module, served]) => {
      const procedures: unknown = Object.hasOwn(served, audience) ? Reflect.get(served, audience) : undefined;
      return procedures === undefined ? [] : [[module, procedures]];
    }),
  ) as Serving<A>;

/** What staff may call; mounted only on a node with the role `staff`. */
export const staffRouter = router(serving("staff"));

/** What partner organizations may call. */
export const partnerRouter = router(serving("partner"));

/** What anyone may read, with GET. */
export const publicRouter = router(serving("public"));

export type StaffRouter = typeof staffRouter;
export type PartnerRouter = typeof partnerRouter;
export type PublicRouter = typeof publicRouter;
