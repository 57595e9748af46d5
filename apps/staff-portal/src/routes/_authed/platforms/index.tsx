import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { PlatformListPage } from "../../../features/platform/list-page.tsx";
import { applicationsOptions, countsOptions, platformListOptions } from "../../../features/platform/queries.ts";
import { AsOfSearch } from "../../../features/platform/search.ts";
import { meOptions } from "../../../session.ts";

export const Route = createFileRoute("/_authed/platforms/")({
  validateSearch: AsOfSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ deps }) => {
    const { today } = await queryClient.ensureQueryData(meOptions);
    await Promise.all([
      queryClient.ensureQueryData(countsOptions(deps.on ?? today)),
      queryClient.ensureQueryData(platformListOptions),
      queryClient.ensureQueryData(applicationsOptions({})),
    ]);
  },
  component: () => <PlatformListPage search={Route.useSearch()} />,
});
