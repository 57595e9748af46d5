import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { NewActivityPage } from "../../../features/activity/new-page.tsx";
import { organizationOptions } from "../../../features/activity/queries.ts";
import { PlaceDialog } from "../../../features/organization/place-dialog.tsx";
import { areasOptions } from "../../../features/organization/queries.ts";
import { ownOrganizationId } from "../../../session.ts";

const NewActivity = () => {
  const { organizationId } = Route.useLoaderData();
  return (
    <NewActivityPage
      organizationId={organizationId}
      placeDialog={(props) => <PlaceDialog {...props} organizationId={organizationId} />}
    />
  );
};

export const Route = createFileRoute("/_authed/activities/new")({
  loader: async () => {
    const organizationId = await ownOrganizationId();
    await Promise.all([
      queryClient.ensureQueryData(organizationOptions(organizationId)),
      queryClient.ensureQueryData(areasOptions),
    ]);
    return { organizationId };
  },
  component: NewActivity,
});
