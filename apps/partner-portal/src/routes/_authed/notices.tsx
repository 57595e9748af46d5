import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../client.ts";
import { NoticeListPage } from "../../features/notice/list-page.tsx";
import { noticeListOptions } from "../../features/notice/queries.ts";
import { NoticeSearch } from "../../features/notice/search.ts";

export const Route = createFileRoute("/_authed/notices")({
  validateSearch: NoticeSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(noticeListOptions(deps)),
  component: () => <NoticeListPage search={Route.useSearch()} />,
});
