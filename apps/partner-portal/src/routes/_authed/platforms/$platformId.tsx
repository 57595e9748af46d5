import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { PlatformPage } from "../../../features/platform/detail-page.tsx";
import { membersOptions, participantsOptions, platformOptions } from "../../../features/platform/queries.ts";

export const Route = createFileRoute("/_authed/platforms/$platformId")({
  loader: async ({ params: { platformId } }) => {
    const { abilities } = await queryClient.ensureQueryData(platformOptions(platformId));
    if (abilities.listMembers !== true) return;
    await Promise.all([
      queryClient.ensureQueryData(membersOptions(platformId)),
      queryClient.ensureQueryData(participantsOptions(platformId)),
    ]);
  },
  component: () => <PlatformPage platformId={Route.useParams().platformId} />,
});
