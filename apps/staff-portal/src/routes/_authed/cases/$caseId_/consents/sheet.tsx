import { createFileRoute, redirect } from "@tanstack/react-router";
import { queryClient } from "../../../../../client.ts";
import { sheetOptions } from "../../../../../features/consent/queries.ts";
import { SheetSearch } from "../../../../../features/consent/search.ts";
import { ConsentSheetPage } from "../../../../../features/consent/sheet-page.tsx";

export const Route = createFileRoute("/_authed/cases/$caseId_/consents/sheet")({
  validateSearch: SheetSearch,
  // A paper is somebody's: without a name there is the list to choose from.
  beforeLoad: ({ params, search }) => {
    if (search.person === "") throw redirect({ to: "/cases/$caseId/consents", params, replace: true });
  },
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(sheetOptions(deps.person)),
  component: () => <ConsentSheetPage caseId={Route.useParams().caseId} personId={Route.useSearch().person} />,
});
