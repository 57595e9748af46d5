import { Link } from "@tanstack/react-router";
import { isEndedReferral, type EndReason } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { PageTitle, useSession } from "@tsunagari/portal";
import { buttonStyle, Card, DescriptionList, PageHeader, Stack } from "@tsunagari/ui";
import { ReferralBreadcrumbs } from "./breadcrumbs.tsx";
import { dayText } from "./clock-text.ts";
import { DestroyCard } from "./destroy-card.tsx";
import type { Referral } from "./queries.ts";
import { useReferral } from "./referral-context.tsx";
import { ReopenCard } from "./reopen-card.tsx";

/** Only what the organization itself said. Why the other side ended it concerns the person, and is not told (D-03). */
const ownReason = ({ status, reasonCode }: Referral): EndReason | null =>
  status === "declined" || status === "not_helped" ? reasonCode : null;

const resultText = (referral: Referral): string => {
  if (referral.outcomeCode !== null) return referralMessages.outcomes[referral.outcomeCode];
  const reason = ownReason(referral);
  const state = isEndedReferral(referral.status)
    ? referralMessages.received[referral.status]
    : referralMessages.received.withdrawn;
  return reason === null ? state : `${state}（${referralMessages.endReasons[reason]}）`;
};

/** What the organization keeps of an ended referral: dates, activity, outcome (D-11). Nothing of the person. */
export const EndedPage = () => {
  const { referral } = useReferral();
  const { today } = useSession();
  const mayGoOn = referral.status === "completed" || referral.status === "not_helped";
  return (
    <Stack>
      <PageTitle>つなぎの依頼</PageTitle>
      <PageHeader
        breadcrumbs={<ReferralBreadcrumbs />}
        title="この依頼は終了しました"
        lead="内容はもう見られません。こちらの団体には、次のことだけが残ります。"
      />
      <Card title="残る記録">
        <DescriptionList
          items={[
            { term: "活動", detail: referral.activityTitle },
            {
              term: "依頼が届いた日",
              detail: referral.sentAt === null ? null : dayText(referral.sentAt, today),
            },
            { term: "終わった日", detail: referral.endedAt === null ? null : dayText(referral.endedAt, today) },
            { term: "結果", detail: resultText(referral) },
          ]}
        />
      </Card>
      <DestroyCard />
      {mayGoOn ? <ReopenCard /> : null}
      <div>
        <Link to="/referrals" className={buttonStyle()}>
          依頼の一覧へ戻る
        </Link>
      </div>
    </Stack>
  );
};
