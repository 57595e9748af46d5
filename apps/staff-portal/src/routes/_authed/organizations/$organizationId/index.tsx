import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import { OrganizationPage } from "../../../../features/organization/detail-page.tsx";
import {
  activitiesOfOptions,
  membershipsOfOptions,
  organizationOptions,
} from "../../../../features/organization/queries.ts";

export const Route = createFileRoute("/_authed/organizations/$organizationId/")({
  loader: ({ params: { organizationId } }) =>
    Promise.all([
      queryClient.ensureQueryData(organizationOptions(organizationId)),
      queryClient.ensureQueryData(activitiesOfOptions(organizationId)),
      queryClient.ensureQueryData(membershipsOfOptions(organizationId)),
    ]),
  component: () => <OrganizationPage organizationId={Route.useParams().organizationId} />,
});
