import type { QueryClient } from "@tanstack/react-query";
import type { AnyRouter } from "@tanstack/react-router";
import { NoSuchPage, RouteError, RoutePending } from "./route-states.tsx";

/** The options of a portal's router that are the same in both. */
export const routerDefaults = {
  // No preloading: a reading is logged as such, and hovering over a name is no reading.
  defaultPreload: false,
  scrollRestoration: true,
  defaultPendingComponent: RoutePending,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NoSuchPage,
} as const;

/** To the sign-in page, with the way back in the address; what was read is forgotten there. */
export const leaveForSignIn = (router: AnyRouter, queryClient: QueryClient): void => {
  const { pathname, href } = router.state.location;
  if (pathname === "/sign-in") return;
  void router.navigate({ to: "/sign-in", search: { back: href }, replace: true }).then(() => queryClient.clear());
};

/** Choosing the page one is on means: look again. */
export const lookAgainOnSamePage = (router: AnyRouter, queryClient: QueryClient): void => {
  router.subscribe("onBeforeNavigate", ({ fromLocation, hrefChanged }) => {
    if (fromLocation !== undefined && !hrefChanged) void queryClient.invalidateQueries({ refetchType: "active" });
  });
};
