import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { previewOptions, referralOptions, stepOf } from "../../../features/referral/queries.ts";
import { ReferralPage } from "../../../features/referral/referral-page.tsx";
import { ReferralSearch } from "../../../features/referral/search.ts";

export const Route = createFileRoute("/_authed/referrals/$referralId")({
  validateSearch: ReferralSearch,
  loaderDeps: ({ search }) => search,
  loader: async ({ params: { referralId }, deps }) => {
    const { status } = await queryClient.ensureQueryData(referralOptions(referralId));
    if (status === "draft") await queryClient.ensureQueryData(previewOptions(referralId, stepOf(deps)));
  },
  component: () => <ReferralPage referralId={Route.useParams().referralId} search={Route.useSearch()} />,
});
