import { createRootRoute, Outlet } from "@tanstack/react-router";
import { SiteNameProvider } from "@tsunagari/portal";

export const Route = createRootRoute({
  component: () => (
    <SiteNameProvider name="職員ポータル">
      <Outlet />
    </SiteNameProvider>
  ),
});
