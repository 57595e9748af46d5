import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { linkStyle } from "@tsunagari/ui";
import { waitingActivitiesOptions } from "./queries.ts";
import { WaitingCard } from "./waiting-card.tsx";

/** Activities that wait for the city's approval; only for who may approve. */
export const Approvals = () => {
  const { data } = useSuspenseQuery(waitingActivitiesOptions);
  return (
    <WaitingCard
      title="活動の承認"
      count={data.total}
      counter="件が承認を待っています"
      none="承認を待っている活動はありません。"
      rows={data.items.map(({ id, title, organizationName }) => ({ key: id, text: `${title}（${organizationName}）` }))}
      link={
        <Link to="/approvals" className={linkStyle}>
          活動の承認を開く
        </Link>
      }
    />
  );
};
