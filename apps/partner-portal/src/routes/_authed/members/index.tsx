import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { MemberListPage } from "../../../features/identity/list-page.tsx";
import { memberListOptions } from "../../../features/identity/queries.ts";
import { MemberSearch } from "../../../features/identity/search.ts";

export const Route = createFileRoute("/_authed/members/")({
  validateSearch: MemberSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(memberListOptions(deps.page)),
  component: () => <MemberListPage search={Route.useSearch()} />,
});
