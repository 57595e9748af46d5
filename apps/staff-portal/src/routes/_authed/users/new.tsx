import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { CreateUserPage } from "../../../features/identity/create-page.tsx";
import { departmentsOptions } from "../../../features/identity/queries.ts";
import { NewUserSearch } from "../../../features/identity/search.ts";

export const Route = createFileRoute("/_authed/users/new")({
  validateSearch: NewUserSearch,
  loader: () => queryClient.ensureQueryData(departmentsOptions),
  component: () => <CreateUserPage search={Route.useSearch()} />,
});
