import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../client.ts";
import { destroyedOptions, officersOptions, waitingOptions } from "../../features/retention/queries.ts";
import { RetentionPage } from "../../features/retention/retention-page.tsx";
import { RetentionSearch } from "../../features/retention/search.ts";

export const Route = createFileRoute("/_authed/retention")({
  validateSearch: RetentionSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) =>
    Promise.all([
      queryClient.ensureQueryData(waitingOptions(deps)),
      queryClient.ensureQueryData(destroyedOptions(deps)),
      queryClient.ensureQueryData(officersOptions),
    ]),
  component: () => <RetentionPage search={Route.useSearch()} />,
});
