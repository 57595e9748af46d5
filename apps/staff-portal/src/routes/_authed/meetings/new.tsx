import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { ConvenePage } from "../../../features/meeting/convene-page.tsx";
import { departmentsOptions, meetingListOptions, sittingBodiesOptions } from "../../../features/meeting/queries.ts";

export const Route = createFileRoute("/_authed/meetings/new")({
  loader: () =>
    Promise.all([
      queryClient.ensureQueryData(departmentsOptions),
      queryClient.ensureQueryData(meetingListOptions({})),
      queryClient.ensureQueryData(sittingBodiesOptions),
    ]),
  component: ConvenePage,
});
