import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { AmendOrganizationPage } from "../../../features/organization/amend-page.tsx";
import { organizationOptions } from "../../../features/organization/queries.ts";
import { ownOrganizationId } from "../../../session.ts";

export const Route = createFileRoute("/_authed/organization/edit")({
  loader: async () => queryClient.ensureQueryData(organizationOptions(await ownOrganizationId())),
  component: () => <AmendOrganizationPage organizationId={Route.useLoaderData().id} />,
});
