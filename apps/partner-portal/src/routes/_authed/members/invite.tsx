import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { InviteMemberPage } from "../../../features/identity/invite-page.tsx";
import { memberListOptions } from "../../../features/identity/queries.ts";

export const Route = createFileRoute("/_authed/members/invite")({
  loader: () => queryClient.ensureQueryData(memberListOptions()),
  component: InviteMemberPage,
});
