import { createFileRoute, notFound } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import { PlacePage } from "../../../../features/organization/place-page.tsx";
import { areasOptions, organizationOptions } from "../../../../features/organization/queries.ts";
import { ownOrganizationId } from "../../../../session.ts";

export const Route = createFileRoute("/_authed/organization/places/$placeId")({
  loader: async ({ params: { placeId } }) => {
    const organizationId = await ownOrganizationId();
    const [organization] = await Promise.all([
      queryClient.ensureQueryData(organizationOptions(organizationId)),
      queryClient.ensureQueryData(areasOptions),
    ]);
    if (!organization.places.some((place) => place.id === placeId)) throw notFound();
    return { organizationId };
  },
  component: () => (
    <PlacePage organizationId={Route.useLoaderData().organizationId} placeId={Route.useParams().placeId} />
  ),
});
