import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { linkStyle } from "@tsunagari/ui";
import { waitingApplicationsOptions } from "./queries.ts";
import { WaitingCard } from "./waiting-card.tsx";

/** Organizations that wait to join a platform. */
export const Applications = () => {
  const { data } = useSuspenseQuery(waitingApplicationsOptions);
  return (
    <WaitingCard
      title="プラットフォームへの参加"
      count={data.total}
      counter="団体が返事を待っています"
      none="返事を待っている参加申込はありません。"
      rows={data.items.map(({ id, organizationName, platformName }) => ({
        key: id,
        text: `${organizationName} → ${platformName}`,
      }))}
      link={
        <Link to="/platforms/applications" className={linkStyle}>
          参加申込を開く
        </Link>
      }
    />
  );
};
