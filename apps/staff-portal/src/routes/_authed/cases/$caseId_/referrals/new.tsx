import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../../client.ts";
import { NewReferralPage } from "../../../../../features/referral/new-page.tsx";
import { caseReferralsOptions, consentsOptions, targetsOptions } from "../../../../../features/referral/queries.ts";
import { NewReferralSearch } from "../../../../../features/referral/search.ts";

export const Route = createFileRoute("/_authed/cases/$caseId_/referrals/new")({
  validateSearch: NewReferralSearch,
  loader: ({ params: { caseId } }) =>
    Promise.all([
      queryClient.ensureQueryData(consentsOptions(caseId)),
      queryClient.ensureQueryData(caseReferralsOptions(caseId)),
      queryClient.ensureQueryData(targetsOptions),
    ]),
  component: () => <NewReferralPage caseId={Route.useParams().caseId} search={Route.useSearch()} />,
});
