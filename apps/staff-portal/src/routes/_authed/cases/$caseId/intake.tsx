import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import { EditIntakePage } from "../../../../features/case/edit-intake-page.tsx";
import { departmentsOptions } from "../../../../features/case/queries.ts";

export const Route = createFileRoute("/_authed/cases/$caseId/intake")({
  loader: () => queryClient.ensureQueryData(departmentsOptions),
  component: () => <EditIntakePage caseId={Route.useParams().caseId} />,
});
