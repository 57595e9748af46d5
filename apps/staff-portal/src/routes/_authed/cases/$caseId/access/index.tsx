import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../../client.ts";
import { AccessPageView } from "../../../../../features/audit/access-page.tsx";
import { caseAccessOptions, personAccessOptions } from "../../../../../features/audit/queries.ts";
import { AccessSearch } from "../../../../../features/audit/search.ts";

export const Route = createFileRoute("/_authed/cases/$caseId/access/")({
  validateSearch: AccessSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ params, deps }) => {
    if (deps.person === undefined) await queryClient.ensureQueryData(caseAccessOptions(params.caseId, deps));
    else await queryClient.ensureQueryData(personAccessOptions(deps.person, deps));
  },
  component: () => <AccessPageView caseId={Route.useParams().caseId} search={Route.useSearch()} />,
});
