import { createFileRoute } from "@tanstack/react-router";
import { HistoryPage } from "../../../../features/case/history-page.tsx";

export const Route = createFileRoute("/_authed/cases/$caseId/history")({
  component: () => <HistoryPage caseId={Route.useParams().caseId} />,
});
