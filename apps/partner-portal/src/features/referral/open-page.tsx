import { Link } from "@tanstack/react-router";
import { referralMessages } from "@tsunagari/messages";
import { PageTitle, useSession, ScreenHelp } from "@tsunagari/portal";
import { buttonStyle, classNames, NotificationBanner, PageHeader, Stack, StatusBadge } from "@tsunagari/ui";
import { nextCardId } from "./action-chooser.tsx";
import { AnswerCard } from "./answer-card.tsx";
import { ReferralBreadcrumbs } from "./breadcrumbs.tsx";
import { clockText } from "./clock-text.ts";
import { CompletedCard } from "./completed-card.tsx";
import { HistoryCard } from "./history-card.tsx";
import { statusTones } from "./looks.ts";
import { OpenedCard, RequestCard } from "./packet-cards.tsx";
import { ProgressCard } from "./progress-card.tsx";
import { QuestionsCard } from "./questions-card.tsx";
import { useReferral } from "./referral-context.tsx";

/** What can be done now; the main thing of the page. */
const NextCard = () => {
  const { referral } = useReferral();
  if (referral.status === "sent") return <AnswerCard />;
  return referral.status === "completed" ? <CompletedCard /> : <ProgressCard key={referral.status} />;
};

/** On a phone the answer stands below what is asked; whoever has read it before goes there at once. */
const ToNext = () => {
  const { referral } = useReferral();
  if (referral.status === "completed") return null;
  return (
    <Link
      to="/referrals/$referralId"
      params={{ referralId: referral.id }}
      hash={nextCardId}
      className={classNames(buttonStyle({ variant: "primary" }), "xl:hidden")}
    >
      {referral.status === "sent" ? "返事をする" : "記録する"}
    </Link>
  );
};

/** A referral that is open: what is asked, what to do, questions, and what happened. */
export const OpenPage = ({ isChanged }: { readonly isChanged: boolean }) => {
  const { referral } = useReferral();
  const { today } = useSession();
  return (
    <Stack>
      <PageTitle>つなぎの依頼</PageTitle>
      <PageHeader
        breadcrumbs={<ReferralBreadcrumbs />}
        title={`「${referral.activityTitle}」への依頼`}
        status={
          <StatusBadge tone={statusTones[referral.status]}>{referralMessages.received[referral.status]}</StatusBadge>
        }
        lead={<strong className="text-solid-gray-900">{clockText(referral, today)}。</strong>}
        actions={<ToNext />}
      />
      <ScreenHelp
        steps={[
          "届いた内容を読みます。受け入れる前は、名前や連絡先は見えません。",
          "わからないことは、質問で聞けます。質問をしても、返事の期限は止まりません。",
          "「はい」「いいえ」「質問」のどれかで返事をします。期限までに決められないときは、市の担当に知らせてください。",
          "「はい」と返事をすると、同意のある項目が見えるようになります。見たことは記録に残ります。",
        ]}
      />
      {isChanged ? (
        <NotificationBanner tone="warning" title="この依頼の状態が変わっていました" isAlert>
          ほかの担当の方か、市の担当職員が、先に記録しました。いまの状態を確かめてください。
        </NotificationBanner>
      ) : null}
      <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_27rem] xl:gap-8">
        <div className="flex min-w-0 flex-col gap-6">
          <OpenedCard />
          <RequestCard />
        </div>
        <div className="flex min-w-0 flex-col gap-6">
          <NextCard />
          <QuestionsCard />
          <HistoryCard />
        </div>
      </div>
    </Stack>
  );
};
