import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import { CaseLayout } from "../../../../features/case/case-layout.tsx";
import { caseOptions } from "../../../../features/case/queries.ts";

export const Route = createFileRoute("/_authed/cases/$caseId")({
  loader: ({ params }) => queryClient.ensureQueryData(caseOptions(params.caseId)),
  component: () => <CaseLayout caseId={Route.useParams().caseId} />,
});
