import { createFileRoute, notFound } from "@tanstack/react-router";
import { queryClient } from "../../../../../client.ts";
import { PlacePage } from "../../../../../features/organization/place-page.tsx";
import { areasOptions, organizationOptions } from "../../../../../features/organization/queries.ts";

export const Route = createFileRoute("/_authed/organizations/$organizationId/places/$placeId")({
  loader: async ({ params: { organizationId, placeId } }) => {
    const [organization] = await Promise.all([
      queryClient.ensureQueryData(organizationOptions(organizationId)),
      queryClient.ensureQueryData(areasOptions),
    ]);
    if (!organization.places.some((place) => place.id === placeId)) throw notFound();
  },
  component: () => <PlacePage {...Route.useParams()} />,
});
