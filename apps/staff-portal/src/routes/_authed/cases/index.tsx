import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { CaseListPage } from "../../../features/case/list-page.tsx";
import { caseListOptions } from "../../../features/case/queries.ts";
import { CaseSearch } from "../../../features/case/search.ts";

export const Route = createFileRoute("/_authed/cases/")({
  validateSearch: CaseSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(caseListOptions(deps)),
  component: () => <CaseListPage search={Route.useSearch()} />,
});
