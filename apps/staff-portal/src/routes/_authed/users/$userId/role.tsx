import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import {
  areasOptions,
  departmentsOptions,
  labelsOptions,
  platformsOptions,
  userOptions,
} from "../../../../features/identity/queries.ts";
import { AssignRolePage } from "../../../../features/identity/role-page.tsx";

export const Route = createFileRoute("/_authed/users/$userId/role")({
  loader: ({ params }) =>
    Promise.all([
      queryClient.ensureQueryData(userOptions(params.userId)),
      queryClient.ensureQueryData(labelsOptions),
      queryClient.ensureQueryData(departmentsOptions),
      queryClient.ensureQueryData(areasOptions),
      queryClient.ensureQueryData(platformsOptions),
    ]),
  component: () => <AssignRolePage userId={Route.useParams().userId} />,
});
