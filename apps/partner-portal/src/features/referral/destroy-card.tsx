import { referralMessages } from "@tsunagari/messages";
import { announce, ConfirmAction, useSession } from "@tsunagari/portal";
import { Card, NotificationBanner } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { dayText } from "./clock-text.ts";
import { useReferral } from "./referral-context.tsx";

/** Asks to destroy what was written down, and takes the word that it was done (D-03). */
export const DestroyCard = () => {
  const { referral } = useReferral();
  const { today } = useSession();
  if (referral.copiesDestroyedAt !== null) {
    return (
      <NotificationBanner tone="success" title="写しを破棄したことを、市に伝えてあります">
        {dayText(referral.copiesDestroyedAt, today)}に確認しました。ありがとうございました。
      </NotificationBanner>
    );
  }
  return (
    <Card
      title="写しの破棄をお願いします"
      lead="メモ、印刷したもの、撮った写真、電話やメールに残したものがあれば、破棄してください。何も残していないときも、下のボタンで知らせてください。"
    >
      <div>
        <ConfirmAction
          ability={referral.abilities.confirmDestroyed}
          label={referralMessages.hints.confirmDestroyed}
          title="写しが残っていないことを確かめましたか"
          effect="市の担当職員に、写しを破棄したことと、今日の日付を知らせます。"
          confirmLabel={referralMessages.hints.confirmDestroyed}
          send={(requestId) => client.referral.confirmDestroyed.mutate({ requestId, referralId: referral.id })}
          onDone={() => announce("写しを破棄したことを、市に伝えました")}
        />
      </div>
    </Card>
  );
};
