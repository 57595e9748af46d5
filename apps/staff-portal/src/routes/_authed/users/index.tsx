import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { UserListPage } from "../../../features/identity/list-page.tsx";
import { labelsOptions, userListOptions } from "../../../features/identity/queries.ts";
import { UserSearch } from "../../../features/identity/search.ts";

export const Route = createFileRoute("/_authed/users/")({
  validateSearch: UserSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) =>
    Promise.all([queryClient.ensureQueryData(userListOptions(deps)), queryClient.ensureQueryData(labelsOptions)]),
  component: () => <UserListPage search={Route.useSearch()} />,
});
