import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../../client.ts";
import { ConsentsTab } from "../../../../../features/consent/consents-tab.tsx";
import { consentsOptions } from "../../../../../features/consent/queries.ts";

export const Route = createFileRoute("/_authed/cases/$caseId/consents/")({
  loader: ({ params: { caseId } }) => queryClient.ensureQueryData(consentsOptions(caseId)),
  component: () => <ConsentsTab caseId={Route.useParams().caseId} />,
});
