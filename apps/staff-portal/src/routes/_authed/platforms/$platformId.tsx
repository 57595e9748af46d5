import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { PlatformPage } from "../../../features/platform/detail-page.tsx";
import {
  currentMembershipsOptions,
  departmentsOptions,
  membersOptions,
  participantsOptions,
  platformOptions,
} from "../../../features/platform/queries.ts";
import { AsOfSearch } from "../../../features/platform/search.ts";
import { meOptions } from "../../../session.ts";

export const Route = createFileRoute("/_authed/platforms/$platformId")({
  validateSearch: AsOfSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ params: { platformId }, deps }) => {
    const { today } = await queryClient.ensureQueryData(meOptions);
    await Promise.all([
      queryClient.ensureQueryData(platformOptions(platformId)),
      queryClient.ensureQueryData(membersOptions(platformId, deps.on ?? today)),
      queryClient.ensureQueryData(currentMembershipsOptions(platformId)),
      queryClient.ensureQueryData(participantsOptions(platformId, deps.on ?? today)),
      queryClient.ensureQueryData(departmentsOptions),
    ]);
  },
  component: () => <PlatformPage platformId={Route.useParams().platformId} search={Route.useSearch()} />,
});
