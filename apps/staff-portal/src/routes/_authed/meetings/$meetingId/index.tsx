import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import { MeetingPage } from "../../../../features/meeting/detail-page.tsx";
import { meetingOptions } from "../../../../features/meeting/queries.ts";

export const Route = createFileRoute("/_authed/meetings/$meetingId/")({
  loader: ({ params: { meetingId } }) => queryClient.ensureQueryData(meetingOptions(meetingId)),
  component: () => <MeetingPage meetingId={Route.useParams().meetingId} />,
});
