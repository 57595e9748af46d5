import { createFileRoute } from "@tanstack/react-router";
import { ReferralInboxPage } from "../../../features/referral/inbox-page.tsx";
import { loadReferralList } from "../../../features/referral/queries.ts";
import { ReferralSearch } from "../../../features/referral/search.ts";

export const Route = createFileRoute("/_authed/referrals/")({
  validateSearch: ReferralSearch,
  loaderDeps: ({ search }) => search,
  loader: ({ deps }) => loadReferralList(deps),
  component: () => <ReferralInboxPage search={Route.useSearch()} />,
});
