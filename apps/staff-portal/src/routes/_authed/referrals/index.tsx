import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { ReferralListPage } from "../../../features/referral/list-page.tsx";
import { referralListOptions } from "../../../features/referral/queries.ts";
import { ReferralListSearch } from "../../../features/referral/search.ts";

export const Route = createFileRoute("/_authed/referrals/")({
  validateSearch: ReferralListSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => queryClient.ensureQueryData(referralListOptions(deps)),
  component: () => <ReferralListPage search={Route.useSearch()} />,
});
