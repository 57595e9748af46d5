import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../../client.ts";
import { CaseReferrals } from "../../../../../features/referral/case-referrals.tsx";
import { caseReferralsOptions, householdOptions } from "../../../../../features/referral/queries.ts";

export const Route = createFileRoute("/_authed/cases/$caseId/referrals/")({
  loader: ({ params: { caseId } }) =>
    Promise.all([
      queryClient.ensureQueryData(caseReferralsOptions(caseId)),
      queryClient.ensureQueryData(householdOptions(caseId)),
    ]),
  component: () => <CaseReferrals caseId={Route.useParams().caseId} />,
});
