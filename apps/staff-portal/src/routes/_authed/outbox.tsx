import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../client.ts";
import { OutboxPage } from "../../features/notice/outbox-page.tsx";
import { outboxOptions } from "../../features/notice/queries.ts";
import { OutboxSearch } from "../../features/notice/search.ts";

export const Route = createFileRoute("/_authed/outbox")({
  validateSearch: OutboxSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(outboxOptions(deps)),
  component: () => <OutboxPage search={Route.useSearch()} />,
});
