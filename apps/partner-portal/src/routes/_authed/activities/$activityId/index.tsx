import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import { ActivityPage } from "../../../../features/activity/detail-page.tsx";
import { activityOptions } from "../../../../features/activity/queries.ts";
import { ActivityViewSearch } from "../../../../features/activity/search.ts";

export const Route = createFileRoute("/_authed/activities/$activityId/")({
  validateSearch: ActivityViewSearch,
  loader: ({ params }) => queryClient.ensureQueryData(activityOptions(params.activityId)),
  component: () => <ActivityPage activityId={Route.useParams().activityId} view={Route.useSearch().view} />,
});
