import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { ApprovalPage } from "../../../features/activity/approval-page.tsx";
import { activityOptions } from "../../../features/activity/queries.ts";
import { ApprovalSearch } from "../../../features/activity/search.ts";

export const Route = createFileRoute("/_authed/approvals/$activityId")({
  validateSearch: ApprovalSearch,
  loader: ({ params }) => queryClient.ensureQueryData(activityOptions(params.activityId)),
  component: () => <ApprovalPage activityId={Route.useParams().activityId} view={Route.useSearch().view} />,
});
