import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import { RenameOrganizationPage } from "../../../../features/organization/rename-page.tsx";
import { organizationOptions } from "../../../../features/organization/queries.ts";

export const Route = createFileRoute("/_authed/organizations/$organizationId/rename")({
  loader: ({ params }) => queryClient.ensureQueryData(organizationOptions(params.organizationId)),
  component: () => <RenameOrganizationPage organizationId={Route.useParams().organizationId} />,
});
