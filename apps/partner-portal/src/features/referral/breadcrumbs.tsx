import { Link } from "@tanstack/react-router";
import { Breadcrumbs } from "@tsunagari/ui";

export const ReferralBreadcrumbs = () => (
  <Breadcrumbs
    links={[
      <Link key="list" to="/referrals">
        つなぎの依頼
      </Link>,
    ]}
    current="依頼"
  />
);
