import { createFileRoute } from "@tanstack/react-router";
import { sitePageKind } from "@tsunagari/portal";
import { queryClient } from "../../../client.ts";
import { CityTextPage } from "../../../features/municipality/city-text-page.tsx";
import { pageOptions } from "../../../features/municipality/queries.ts";

export const Route = createFileRoute("/_authed/pages/$kind")({
  loader: async ({ params }) => {
    const kind = sitePageKind(params.kind);
    await queryClient.ensureQueryData(pageOptions(kind));
    return { kind };
  },
  component: () => <CityTextPage kind={Route.useLoaderData().kind} />,
});
