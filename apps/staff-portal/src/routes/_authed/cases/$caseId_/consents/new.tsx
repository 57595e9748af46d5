import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../../client.ts";
import { GiveConsentPage } from "../../../../../features/consent/give-page.tsx";
import { consentMonthsOptions, consentsOptions, departmentsOptions } from "../../../../../features/consent/queries.ts";
import { NewConsentSearch } from "../../../../../features/consent/search.ts";

export const Route = createFileRoute("/_authed/cases/$caseId_/consents/new")({
  validateSearch: NewConsentSearch,
  loader: ({ params: { caseId } }) =>
    Promise.all([
      queryClient.ensureQueryData(consentsOptions(caseId)),
      queryClient.ensureQueryData(departmentsOptions),
      queryClient.ensureQueryData(consentMonthsOptions),
    ]),
  component: () => <GiveConsentPage caseId={Route.useParams().caseId} search={Route.useSearch()} />,
});
