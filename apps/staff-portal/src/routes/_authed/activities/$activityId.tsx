import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { ActivityPage } from "../../../features/activity/detail-page.tsx";
import { activityOptions } from "../../../features/activity/queries.ts";

export const Route = createFileRoute("/_authed/activities/$activityId")({
  loader: ({ params }) => queryClient.ensureQueryData(activityOptions(params.activityId)),
  component: () => <ActivityPage activityId={Route.useParams().activityId} />,
});
