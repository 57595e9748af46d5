import { createFileRoute, notFound } from "@tanstack/react-router";
import { cityPageKinds } from "@tsunagari/domain/municipality";
import { queryClient } from "../../../client.ts";
import { CityTextPage } from "../../../features/municipality/city-text-page.tsx";
import { pageOptions } from "../../../features/municipality/queries.ts";

export const Route = createFileRoute("/_authed/pages/$kind")({
  loader: async ({ params }) => {
    const kind = cityPageKinds.find((known) => known === params.kind);
    if (kind === undefined) throw notFound();
    await queryClient.ensureQueryData(pageOptions(kind));
    return { kind };
  },
  component: () => <CityTextPage kind={Route.useLoaderData().kind} />,
});
