import { createFileRoute } from "@tanstack/react-router";
import { searchInputOf, searchQueryOf } from "../features/activity/search-query.ts";
import { SearchPage } from "../features/activity/search-page.tsx";
import { searchMeta } from "../features/activity/search-meta.ts";
import { orNotFound } from "../not-found.ts";

export const Route = createFileRoute("/$city/")({
  validateSearch: searchQueryOf,
  // The router hands unknown and refused fields on beside the validated ones; only what is read here counts.
  loaderDeps: ({ search }) => searchQueryOf(search),
  loader: async ({ context: { caller, origin }, deps: query }) => {
    const [city, areas, result] = await Promise.all([
      orNotFound(caller.municipality.getCity({})),
      orNotFound(caller.municipality.listAreas({})),
      orNotFound(caller.activity.search(searchInputOf(query))),
    ]);
    return { city, schemes: areas.schemes, result, query, origin };
  },
  head: ({ loaderData }) => (loaderData ? searchMeta(loaderData) : {}),
  component: CityPage,
});

function CityPage() {
  return <SearchPage {...Route.useLoaderData()} />;
}
