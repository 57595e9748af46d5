import { Link } from "@tanstack/react-router";
import { openReferralStatuses, type OpenReferralStatus } from "@tsunagari/domain/referral";
import { referralMessages } from "@tsunagari/messages";
import { dueText, useSession } from "@tsunagari/portal";
import { itemLinkStyle, StatusBadge } from "@tsunagari/ui";
import { clockText, dayText } from "./clock-text.ts";
import { statusTones } from "./looks.ts";
import type { ReferralListItem } from "./queries.ts";

const groupTitles: Readonly<Record<OpenReferralStatus, string>> = {
  sent: "返事を待っている依頼",
  accepted: "最初の連絡をする依頼",
  waitlisted: "待ってもらっている依頼",
  in_progress: "支援中の依頼",
};

const Badges = ({ item }: { readonly item: ReferralListItem }) => {
  const { today } = useSession();
  const due = item.status === "sent" && item.dueOn !== null ? dueText(item.dueOn, today) : null;
  const asksDestruction = item.status === "withdrawn" && item.copiesDestroyedAt === null;
  return (
    <span className="flex flex-wrap items-center gap-2">
      {item.seenAt === null && item.status === "sent" ? <StatusBadge tone="info">新しい</StatusBadge> : null}
      {due === null ? (
        <StatusBadge tone={statusTones[item.status]}>{referralMessages.received[item.status]}</StatusBadge>
      ) : (
        <StatusBadge tone={due.tone}>{due.text}</StatusBadge>
      )}
      {asksDestruction ? <StatusBadge tone="warning">写しの破棄をお願いします</StatusBadge> : null}
    </span>
  );
};

/** One referral; the whole card is the target. It tells nothing of the person. */
const ReferralItem = ({ item }: { readonly item: ReferralListItem }) => {
  const { today } = useSession();
  return (
    <li className="relative flex flex-col gap-2 rounded-12 border border-solid-gray-200 bg-white p-4 hover:border-black sm:p-5">
      <Badges item={item} />
      <Link
        to="/referrals/$referralId"
        params={{ referralId: item.id }}
        className={`${itemLinkStyle} after:absolute after:inset-0 after:content-['']`}
      >
        {item.activityTitle}
        {item.purpose === null ? null : `：${referralMessages.purposes[item.purpose]}`}
      </Link>
      <p className="max-w-prose">{clockText(item, today)}。</p>
      <p className="text-solid-gray-700 text-dns-16N-130">
        {item.sentAt === null ? null : `${dayText(item.sentAt, today)}に届きました`}
        {item.outcomeCode === null ? null : `／結果：${referralMessages.outcomes[item.outcomeCode]}`}
      </p>
    </li>
  );
};

type ItemsProps = { readonly label: string; readonly items: readonly ReferralListItem[] };

export const ReferralItems = ({ label, items }: ItemsProps) => (
  <ul aria-label={label} className="flex flex-col gap-3">
    {items.map((item) => (
      <ReferralItem key={item.id} item={item} />
    ))}
  </ul>
);

/** Open referrals by what is to be done next; the list comes in this order. */
export const ReferralGroups = ({ items }: { readonly items: readonly ReferralListItem[] }) => (
  <div className="flex flex-col gap-8">
    {openReferralStatuses.map((status) => {
      const own = items.filter((item) => item.status === status);
      return own.length === 0 ? null : (
        <section key={status} className="flex flex-col gap-3">
          <h2 className="text-std-20B-150">{groupTitles[status]}</h2>
          <ReferralItems label={groupTitles[status]} items={own} />
        </section>
      );
    })}
  </div>
);
