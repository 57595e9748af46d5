import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { IntakePage } from "../../../features/case/intake-page.tsx";
import { departmentsOptions } from "../../../features/case/queries.ts";
import { IntakeSearch } from "../../../features/case/search.ts";

export const Route = createFileRoute("/_authed/cases/new")({
  validateSearch: IntakeSearch,
  loader: () => queryClient.ensureQueryData(departmentsOptions),
  component: () => <IntakePage step={Route.useSearch().step ?? 1} />,
});
