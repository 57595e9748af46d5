import { createFileRoute, notFound } from "@tanstack/react-router";
import { cityPageKinds } from "@tsunagari/domain/municipality";
import { queryClient } from "../../../client.ts";
import { CityPagePage } from "../../../features/municipality/city-page-page.tsx";
import { pageOptions, pageVersionsOptions } from "../../../features/municipality/queries.ts";

export const Route = createFileRoute("/_authed/settings/pages/$kind")({
  loader: async ({ params }) => {
    const kind = cityPageKinds.find((known) => known === params.kind);
    if (kind === undefined) throw notFound();
    await Promise.all([
      queryClient.ensureQueryData(pageOptions(kind)),
      queryClient.ensureQueryData(pageVersionsOptions(kind)),
    ]);
    return { kind };
  },
  component: Page,
});

function Page() {
  const { kind } = Route.useLoaderData();
  return <CityPagePage key={kind} kind={kind} />;
}
