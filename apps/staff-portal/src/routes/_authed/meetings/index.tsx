import { createFileRoute } from "@tanstack/react-router";
import { fiscalYearOf } from "@tsunagari/domain/kernel";
import { queryClient } from "../../../client.ts";
import { MeetingListPage } from "../../../features/meeting/list-page.tsx";
import { countOptions, meetingListOptions } from "../../../features/meeting/queries.ts";
import { MeetingSearch } from "../../../features/meeting/search.ts";
import { meOptions } from "../../../session.ts";

export const Route = createFileRoute("/_authed/meetings/")({
  validateSearch: MeetingSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ deps }) => {
    const { today } = await queryClient.ensureQueryData(meOptions);
    const thisYear = fiscalYearOf(today);
    await Promise.all([
      queryClient.ensureQueryData(meetingListOptions(deps)),
      queryClient.ensureQueryData(countOptions(Math.min(deps.year ?? thisYear, thisYear), today)),
    ]);
  },
  component: () => <MeetingListPage search={Route.useSearch()} />,
});
