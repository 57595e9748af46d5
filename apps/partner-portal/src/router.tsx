import { createRouter, type ErrorComponentProps } from "@tanstack/react-router";
import { RouteError, RouteNotFound, RoutePending } from "@tsunagari/portal";
import { queryClient, whenSignedOut } from "./client.ts";
import { env } from "./env.ts";
import { HomeLink } from "./layout/home-link.tsx";
import { routeTree } from "./routeTree.gen.ts";

export const router = createRouter({
  routeTree,
  basepath: env.basePath,
  // No preloading: a reading is logged as such, and hovering over a name is no reading.
  defaultPreload: false,
  scrollRestoration: true,
  defaultPendingComponent: RoutePending,
  defaultErrorComponent: ({ error, reset }: ErrorComponentProps) => (
    <RouteError
      error={error}
      home={<HomeLink />}
      reset={() => {
        reset();
        void router.invalidate();
      }}
    />
  ),
  defaultNotFoundComponent: () => <RouteNotFound home={<HomeLink />} />,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

// Choosing the page one is on means: look again.
router.subscribe("onBeforeNavigate", ({ fromLocation, hrefChanged }) => {
  if (fromLocation !== undefined && !hrefChanged) void queryClient.invalidateQueries({ refetchType: "active" });
});

whenSignedOut(() => {
  const { pathname, href } = router.state.location;
  if (pathname === "/sign-in") return;
  void router.navigate({ to: "/sign-in", search: { back: href }, replace: true }).then(() => queryClient.clear());
});
