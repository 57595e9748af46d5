import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import { AmendOrganizationPage } from "../../../../features/organization/amend-page.tsx";
import { organizationOptions } from "../../../../features/organization/queries.ts";

export const Route = createFileRoute("/_authed/organizations/$organizationId/edit")({
  loader: ({ params }) => queryClient.ensureQueryData(organizationOptions(params.organizationId)),
  component: () => <AmendOrganizationPage organizationId={Route.useParams().organizationId} />,
});
