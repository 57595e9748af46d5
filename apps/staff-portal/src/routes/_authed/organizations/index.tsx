import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { OrganizationListPage } from "../../../features/organization/list-page.tsx";
import { organizationListOptions, traitCountsOptions } from "../../../features/organization/queries.ts";
import { OrganizationSearch } from "../../../features/organization/search.ts";
import { meOptions } from "../../../session.ts";

export const Route = createFileRoute("/_authed/organizations/")({
  validateSearch: OrganizationSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ deps }) => {
    const { today } = await queryClient.ensureQueryData(meOptions);
    await Promise.all([
      queryClient.ensureQueryData(organizationListOptions(deps)),
      queryClient.ensureQueryData(traitCountsOptions(deps.on ?? today)),
    ]);
  },
  component: () => <OrganizationListPage search={Route.useSearch()} />,
});
