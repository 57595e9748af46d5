import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { dueText, useSession } from "@tsunagari/portal";
import { linkStyle, StatusBadge } from "@tsunagari/ui";
import { sentReferralsOptions } from "./queries.ts";
import { WaitingCard } from "./waiting-card.tsx";

/** Referrals nobody has answered yet, the nearest due date first; without anybody's name. */
export const WaitingReferrals = () => {
  const { data } = useSuspenseQuery(sentReferralsOptions);
  const { today } = useSession();
  return (
    <WaitingCard
      title="つなぎ"
      count={data.total}
      counter="件の返事を待っています"
      none="返事を待っているつなぎはありません。"
      rows={data.items.map(({ id, activityTitle, case: { number }, dueOn }) => {
        const due = dueOn === null ? null : dueText(dueOn, today);
        return {
          key: id,
          text: (
            <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <Link to="/referrals/$referralId" params={{ referralId: id }} search={{}} className={linkStyle}>
                {activityTitle}（{number}）
              </Link>
              {due === null ? null : <StatusBadge tone={due.tone}>{due.text}</StatusBadge>}
            </span>
          ),
        };
      })}
      link={
        <Link to="/referrals" search={{ view: "waiting" }} className={linkStyle}>
          返事を待っているつなぎを見る
        </Link>
      }
    />
  );
};
