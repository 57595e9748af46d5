import { createFileRoute } from "@tanstack/react-router";
import { AddMemberPage } from "../../../../../features/case/add-member-page.tsx";

export const Route = createFileRoute("/_authed/cases/$caseId/household/new")({
  component: () => <AddMemberPage caseId={Route.useParams().caseId} />,
});
