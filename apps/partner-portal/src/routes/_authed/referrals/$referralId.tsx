import { createFileRoute } from "@tanstack/react-router";
import { queryClient } from "../../../client.ts";
import { referralOptions } from "../../../features/referral/queries.ts";
import { ReferralPage } from "../../../features/referral/referral-page.tsx";

const Page = () => {
  const { referralId } = Route.useParams();
  return <ReferralPage key={referralId} referralId={referralId} />;
};

export const Route = createFileRoute("/_authed/referrals/$referralId")({
  loader: ({ params }) => queryClient.ensureQueryData(referralOptions(params.referralId)),
  component: Page,
});
