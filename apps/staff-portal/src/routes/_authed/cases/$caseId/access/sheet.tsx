import { createFileRoute, redirect } from "@tanstack/react-router";
import { queryClient } from "../../../../../client.ts";
import { sheetOptions } from "../../../../../features/audit/queries.ts";
import { SheetSearch } from "../../../../../features/audit/search.ts";
import { SheetPage } from "../../../../../features/audit/sheet-page.tsx";

export const Route = createFileRoute("/_authed/cases/$caseId/access/sheet")({
  validateSearch: SheetSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ deps, params }) => {
    // A paper is somebody's: without a name there is the list to choose from.
    if (deps.person === undefined) throw redirect({ to: "/cases/$caseId/access", params, replace: true });
    await queryClient.ensureQueryData(sheetOptions(deps.person, deps));
    return { personId: deps.person };
  },
  component: () => (
    <SheetPage caseId={Route.useParams().caseId} personId={Route.useLoaderData().personId} search={Route.useSearch()} />
  ),
});
