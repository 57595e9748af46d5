import { createFileRoute } from "@tanstack/react-router";
import { TeamPage } from "../../../../features/case/team-page.tsx";

export const Route = createFileRoute("/_authed/cases/$caseId/team")({
  component: () => <TeamPage caseId={Route.useParams().caseId} />,
});
