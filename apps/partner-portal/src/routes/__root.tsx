import { createRootRoute, Outlet } from "@tanstack/react-router";
import { SiteNameProvider } from "@tsunagari/portal";

export const Route = createRootRoute({
  component: () => (
    <SiteNameProvider name="団体ポータル">
      <Outlet />
    </SiteNameProvider>
  ),
});
