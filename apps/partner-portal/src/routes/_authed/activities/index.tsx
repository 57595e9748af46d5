import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { ActivityListPage } from "../../../features/activity/list-page.tsx";
import { activityListOptions, begunOptions } from "../../../features/activity/queries.ts";
import { ActivitySearch } from "../../../features/activity/search.ts";

export const Route = createFileRoute("/_authed/activities/")({
  validateSearch: ActivitySearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) =>
    Promise.all([queryClient.ensureQueryData(activityListOptions(deps)), queryClient.ensureQueryData(begunOptions)]),
  component: () => <ActivityListPage search={Route.useSearch()} />,
});
