import { createRootRoute, Outlet } from "@tanstack/react-router";
import { PortalProvider } from "@tsunagari/portal";
import { portal } from "../layout/portal.ts";

export const Route = createRootRoute({
  component: () => (
    <PortalProvider portal={portal}>
      <Outlet />
    </PortalProvider>
  ),
});
