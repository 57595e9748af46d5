import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import { PlacePage } from "../../../../features/organization/place-page.tsx";
import { areasOptions, organizationOptions } from "../../../../features/organization/queries.ts";
import { ownOrganizationId } from "../../../../session.ts";

export const Route = createFileRoute("/_authed/organization/places/new")({
  loader: async () => {
    const organizationId = await ownOrganizationId();
    await Promise.all([
      queryClient.ensureQueryData(organizationOptions(organizationId)),
      queryClient.ensureQueryData(areasOptions),
    ]);
    return { organizationId };
  },
  component: () => <PlacePage organizationId={Route.useLoaderData().organizationId} placeId={null} />,
});
