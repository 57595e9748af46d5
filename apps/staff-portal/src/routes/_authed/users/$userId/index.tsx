import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import { UserPage } from "../../../../features/identity/detail-page.tsx";
import { labelsOptions, userOptions } from "../../../../features/identity/queries.ts";

export const Route = createFileRoute("/_authed/users/$userId/")({
  loader: ({ params }) =>
    Promise.all([queryClient.ensureQueryData(userOptions(params.userId)), queryClient.ensureQueryData(labelsOptions)]),
  component: () => <UserPage userId={Route.useParams().userId} />,
});
