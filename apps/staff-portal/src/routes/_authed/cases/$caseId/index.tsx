import { createFileRoute } from "@tanstack/react-router";
import { SummaryPage } from "../../../../features/case/summary-page.tsx";

export const Route = createFileRoute("/_authed/cases/$caseId/")({
  component: () => <SummaryPage caseId={Route.useParams().caseId} />,
});
