import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../../client.ts";
import { sheetOptions } from "../../../../../features/consent/queries.ts";
import { SheetSearch } from "../../../../../features/consent/search.ts";
import { ConsentSheetPage } from "../../../../../features/consent/sheet-page.tsx";

export const Route = createFileRoute("/_authed/cases/$caseId_/consents/sheet")({
  validateSearch: SheetSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(sheetOptions(deps.person)),
  component: () => <ConsentSheetPage caseId={Route.useParams().caseId} personId={Route.useSearch().person} />,
});
