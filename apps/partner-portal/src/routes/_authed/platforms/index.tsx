import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { PlatformListPage } from "../../../features/platform/list-page.tsx";
import { platformListOptions } from "../../../features/platform/queries.ts";

export const Route = createFileRoute("/_authed/platforms/")({
  loader: () => queryClient.ensureQueryData(platformListOptions),
  component: PlatformListPage,
});
