import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import { EditActivityPage } from "../../../../features/activity/edit-page.tsx";
import { activityOptions, organizationOptions } from "../../../../features/activity/queries.ts";
import { PlaceDialog } from "../../../../features/organization/place-dialog.tsx";
import { areasOptions } from "../../../../features/organization/queries.ts";

const EditActivity = () => {
  const { activityId } = Route.useParams();
  const { organizationId } = Route.useLoaderData();
  return (
    <EditActivityPage
      activityId={activityId}
      placeDialog={(props) => <PlaceDialog {...props} organizationId={organizationId} />}
    />
  );
};

export const Route = createFileRoute("/_authed/activities/$activityId/edit")({
  loader: async ({ params }) => {
    const { organization } = await queryClient.ensureQueryData(activityOptions(params.activityId));
    await Promise.all([
      queryClient.ensureQueryData(organizationOptions(organization.id)),
      queryClient.ensureQueryData(areasOptions),
    ]);
    return { organizationId: organization.id };
  },
  component: EditActivity,
});
