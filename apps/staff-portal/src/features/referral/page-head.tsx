import { Link } from "@tanstack/react-router";
import { PageTitle } from "@tsunagari/portal";
import { Breadcrumbs, PageHeader } from "@tsunagari/ui";
import { ReferralStatusBadge } from "./looks.tsx";
import type { Referral } from "./queries.ts";

/** The head of a referral's page, as a draft and afterwards. */
export const ReferralHead = ({ referral, lead }: { readonly referral: Referral; readonly lead: string }) => (
  <>
    <PageTitle>{`${referral.activityTitle}へのつなぎ`}</PageTitle>
    <PageHeader
      title={`${referral.activityTitle}へのつなぎ`}
      lead={lead}
      status={<ReferralStatusBadge status={referral.status} />}
      breadcrumbs={
        <Breadcrumbs
          links={[
            <Link key="list" to="/referrals" search={{}}>
              つなぎ
            </Link>,
            <Link key="case" to="/cases/$caseId/referrals" params={{ caseId: referral.case.id }}>
              ケース {referral.case.number}
            </Link>,
          ]}
          current={referral.activityTitle}
        />
      }
    />
  </>
);
