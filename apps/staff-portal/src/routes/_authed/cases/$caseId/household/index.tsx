import { createFileRoute } from "@tanstack/react-router";
import { HouseholdPage } from "../../../../../features/case/household-page.tsx";

export const Route = createFileRoute("/_authed/cases/$caseId/household/")({
  component: () => <HouseholdPage caseId={Route.useParams().caseId} />,
});
