import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import { GrantPermissionPage } from "../../../../features/organization/permission-page.tsx";
import { organizationOptions } from "../../../../features/organization/queries.ts";

export const Route = createFileRoute("/_authed/organizations/$organizationId/permission")({
  loader: ({ params }) => queryClient.ensureQueryData(organizationOptions(params.organizationId)),
  component: () => <GrantPermissionPage organizationId={Route.useParams().organizationId} />,
});
