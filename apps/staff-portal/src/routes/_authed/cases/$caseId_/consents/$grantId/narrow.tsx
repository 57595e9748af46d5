import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../../../client.ts";
import { NarrowConsentPage } from "../../../../../../features/consent/narrow-page.tsx";
import { consentsOptions } from "../../../../../../features/consent/queries.ts";

export const Route = createFileRoute("/_authed/cases/$caseId_/consents/$grantId/narrow")({
  loader: ({ params: { caseId } }) => queryClient.ensureQueryData(consentsOptions(caseId)),
  component: () => <NarrowConsentPage {...Route.useParams()} />,
});
