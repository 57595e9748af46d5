import { referralMessages } from "@tsunagari/messages";
import { useSession } from "@tsunagari/portal";
import { Card, DescriptionList, NotificationBanner } from "@tsunagari/ui";
import { dayText, lastReadableOn, nearDateText } from "./clock-text.ts";
import { useReferral } from "./referral-context.tsx";
import { ReopenCard } from "./reopen-card.tsx";

const written = (text: string | null) => (text === null ? null : <span className="whitespace-pre-wrap">{text}</span>);

/** What was reported, and until when the rest of the page can be read (D-11). */
export const CompletedCard = () => {
  const { referral } = useReferral();
  const { today } = useSession();
  const lastOn = lastReadableOn(referral.packetClosesOn, today);
  return (
    <>
      <Card title="報告した内容">
        {lastOn === null ? null : (
          <NotificationBanner tone="info" title={`この情報は${nearDateText(lastOn, today)}まで見られます`}>
            そのあとは、日付・活動の名前・結果だけが残ります。紙に書いたものや写しは、それまでに破棄してください。
          </NotificationBanner>
        )}
        <DescriptionList
          items={[
            {
              term: referralMessages.fields.outcomeCode,
              detail: referral.outcomeCode === null ? null : referralMessages.outcomes[referral.outcomeCode],
            },
            { term: referralMessages.fields.serviceGiven, detail: written(referral.serviceGiven) },
            { term: referralMessages.fields.shareBack, detail: written(referral.shareBack) },
            { term: "報告した日", detail: referral.endedAt === null ? null : dayText(referral.endedAt, today) },
          ]}
        />
      </Card>
      <ReopenCard />
    </>
  );
};
