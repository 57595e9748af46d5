import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../../client.ts";
import { CaseMeetings } from "../../../../../features/meeting/case-meetings.tsx";
import { caseMeetingsOptions, decisionsOptions, householdOptions } from "../../../../../features/meeting/queries.ts";

export const Route = createFileRoute("/_authed/cases/$caseId/meetings/")({
  loader: ({ params: { caseId } }) =>
    Promise.all([
      queryClient.ensureQueryData(decisionsOptions(caseId)),
      queryClient.ensureQueryData(householdOptions(caseId)),
      queryClient.ensureQueryData(caseMeetingsOptions(caseId)),
    ]),
  component: () => <CaseMeetings caseId={Route.useParams().caseId} />,
});
