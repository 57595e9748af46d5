import { createRouter } from "@tanstack/react-router";
import { leaveForSignIn, lookAgainOnSamePage, routerDefaults } from "@tsunagari/portal";
import { queryClient, whenSignedOut } from "./client.ts";
import { env } from "./env.ts";
import { routeTree } from "./routeTree.gen.ts";

export const router = createRouter({ ...routerDefaults, routeTree, basepath: env.basePath });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

lookAgainOnSamePage(router, queryClient);
whenSignedOut(() => leaveForSignIn(router, queryClient));
