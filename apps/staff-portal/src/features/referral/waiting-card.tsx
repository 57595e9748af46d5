import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useSession } from "@tsunagari/portal";
import { Card, itemLinkStyle, linkStyle } from "@tsunagari/ui";
import { ClockText } from "./looks.tsx";
import { waitingReferralsOptions } from "./queries.ts";

/** For the page of the day: answers that are waited for, the nearest due date first. */
export const WaitingReferralsCard = () => {
  const { data } = useSuspenseQuery(waitingReferralsOptions);
  const { today } = useSession();
  return (
    <Card
      title="返事を待っているつなぎ"
      aside={
        <Link to="/referrals" search={{ view: "waiting" }} className={linkStyle}>
          すべて見る（{data.total}件）
        </Link>
      }
    >
      {data.items.length === 0 ? (
        <p className="text-solid-gray-700">返事を待っているつなぎはありません。</p>
      ) : (
        <ul className="flex flex-col divide-y divide-solid-gray-200">
          {data.items.map((row) => (
            <li key={row.id} className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
              <Link to="/referrals/$referralId" params={{ referralId: row.id }} search={{}} className={itemLinkStyle}>
                {row.activityTitle}
              </Link>
              <span className="text-solid-gray-700">
                {row.organizationName}・ケース {row.case.number}
              </span>
              {row.nextClockOn === null ? null : <ClockText status={row.status} on={row.nextClockOn} today={today} />}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
