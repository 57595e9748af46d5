import { referralMessages } from "@tsunagari/messages";
import { instantText } from "@tsunagari/portal";
import { Card, Timeline } from "@tsunagari/ui";
import { useReferral } from "./referral-context.tsx";

/** What happened, the newest first. */
export const HistoryCard = () => {
  const { referral } = useReferral();
  return (
    <Card title="これまでのこと">
      <Timeline
        label="これまでのこと"
        items={referral.history
          .map((line, index) => ({
            key: String(index),
            at: instantText(line.at),
            title: `${referralMessages.sides[line.side]}：${referralMessages.events[line.event]}`,
            ...(line.note === null ? {} : { body: <p className="whitespace-pre-wrap">{line.note}</p> }),
          }))
          .toReversed()}
      />
    </Card>
  );
};
