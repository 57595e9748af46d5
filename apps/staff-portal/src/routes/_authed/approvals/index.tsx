import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { ApprovalListPage } from "../../../features/activity/approval-list-page.tsx";
import { submittedOptions } from "../../../features/activity/queries.ts";
import { ApprovalListSearch } from "../../../features/activity/search.ts";

export const Route = createFileRoute("/_authed/approvals/")({
  validateSearch: ApprovalListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(submittedOptions(deps)),
  component: () => <ApprovalListPage search={Route.useSearch()} />,
});
