import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../../client.ts";
import { PlacePage } from "../../../../../features/organization/place-page.tsx";
import { areasOptions, organizationOptions } from "../../../../../features/organization/queries.ts";

export const Route = createFileRoute("/_authed/organizations/$organizationId/places/new")({
  loader: ({ params }) =>
    Promise.all([
      queryClient.ensureQueryData(organizationOptions(params.organizationId)),
      queryClient.ensureQueryData(areasOptions),
    ]),
  component: () => <PlacePage organizationId={Route.useParams().organizationId} placeId={null} />,
});
