import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../../client.ts";
import { AddAgendaItemPage } from "../../../../features/meeting/add-item-page.tsx";
import { meetingOptions, ownCasesOptions } from "../../../../features/meeting/queries.ts";
import { AgendaSearch } from "../../../../features/meeting/search.ts";

export const Route = createFileRoute("/_authed/meetings/$meetingId/agenda")({
  validateSearch: AgendaSearch,
  loader: ({ params: { meetingId } }) =>
    Promise.all([queryClient.ensureQueryData(meetingOptions(meetingId)), queryClient.ensureQueryData(ownCasesOptions)]),
  component: () => <AddAgendaItemPage meetingId={Route.useParams().meetingId} search={Route.useSearch()} />,
});
