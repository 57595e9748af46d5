import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { ApplicationListPage } from "../../../features/platform/application-list-page.tsx";
import { applicationsOptions } from "../../../features/platform/queries.ts";
import { ApplicationSearch } from "../../../features/platform/search.ts";

export const Route = createFileRoute("/_authed/platforms/applications")({
  validateSearch: ApplicationSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(applicationsOptions(deps)),
  component: () => <ApplicationListPage search={Route.useSearch()} />,
});
