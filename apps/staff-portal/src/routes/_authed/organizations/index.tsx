import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { OrganizationListPage } from "../../../features/organization/list-page.tsx";
import { organizationListOptions } from "../../../features/organization/queries.ts";
import { OrganizationSearch } from "../../../features/organization/search.ts";

export const Route = createFileRoute("/_authed/organizations/")({
  validateSearch: OrganizationSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(organizationListOptions(deps)),
  component: () => <OrganizationListPage search={Route.useSearch()} />,
});
