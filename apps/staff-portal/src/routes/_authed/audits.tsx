import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../client.ts";
import { ChainPage } from "../../features/audit/chain-page.tsx";
import { chainOptions } from "../../features/audit/queries.ts";

export const Route = createFileRoute("/_authed/audits")({
  loader: () => queryClient.ensureQueryData(chainOptions),
  component: ChainPage,
});
