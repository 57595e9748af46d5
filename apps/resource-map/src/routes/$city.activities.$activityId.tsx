import { createFileRoute } from "@tanstack/react-router";
import { activityMeta } from "../features/activity/activity-meta.ts";
import { ActivityPage } from "../features/activity/activity-page.tsx";
import { NotFoundPage } from "../layout/not-found-page.tsx";
import { orNotFound } from "../not-found.ts";

export const Route = createFileRoute("/$city/activities/$activityId")({
  loader: async ({ context: { caller, origin }, params }) => {
    const [city, activity] = await Promise.all([
      orNotFound(caller.municipality.getCity({})),
      orNotFound(caller.activity.getPublic({ activityId: params.activityId })),
    ]);
    return { city, activity, origin };
  },
  head: ({ loaderData }) => (loaderData ? activityMeta(loaderData) : {}),
  component: DetailPage,
  notFoundComponent: NotFoundPage,
});

function DetailPage() {
  return <ActivityPage {...Route.useLoaderData()} />;
}
