import { referralMessages } from "@tsunagari/messages";
import { instantText } from "@tsunagari/portal";
import { Card, Timeline, type TimelineItem } from "@tsunagari/ui";
import type { Referral } from "./queries.ts";

type Line = Referral["history"][number];

const whoOf = ({ side }: Line, organizationName: string): string =>
  side === "staff" ? "市" : side === "partner" ? organizationName : "期限や同意による自動の処理";

const seenItem = (referral: Referral): readonly (TimelineItem & { readonly on: string })[] =>
  referral.seenAt === null
    ? []
    : [
        {
          key: "seen",
          on: referral.seenAt,
          at: `${instantText(referral.seenAt)}・${referral.organizationName}`,
          title: "依頼を開きました",
          tone: "quiet",
        },
      ];

/** What happened, in order. */
export const HistoryCard = ({ referral }: { readonly referral: Referral }) => {
  const events = referral.history.map((line, index) => ({
    key: String(index),
    on: line.at,
    at: `${instantText(line.at)}・${whoOf(line, referral.organizationName)}`,
    title: referralMessages.events[line.event],
    ...(line.note === null ? {} : { body: <p className="whitespace-pre-line">{line.note}</p> }),
  }));
  const items = [...events, ...seenItem(referral)].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  if (items.length === 0) return null;
  return (
    <Card title="これまでの経過">
      <Timeline label="つなぎの経過" items={items} />
    </Card>
  );
};
