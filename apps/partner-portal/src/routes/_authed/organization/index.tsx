import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { OrganizationPage } from "../../../features/organization/organization-page.tsx";
import { organizationOptions } from "../../../features/organization/queries.ts";
import { ownOrganizationId } from "../../../session.ts";

export const Route = createFileRoute("/_authed/organization/")({
  loader: async () => queryClient.ensureQueryData(organizationOptions(await ownOrganizationId())),
  component: () => <OrganizationPage organizationId={Route.useLoaderData().id} />,
});
