import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../client.ts";
import { areasOptions, labelsOptions, settingsOptions } from "../../features/municipality/queries.ts";
import { SettingsSearch } from "../../features/municipality/search.ts";
import { SettingsPage } from "../../features/municipality/settings-page.tsx";

export const Route = createFileRoute("/_authed/settings")({
  validateSearch: SettingsSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) =>
    Promise.all([
      queryClient.ensureQueryData(settingsOptions),
      queryClient.ensureQueryData(labelsOptions(deps.on)),
      queryClient.ensureQueryData(areasOptions),
    ]),
  component: () => <SettingsPage search={Route.useSearch()} />,
});
