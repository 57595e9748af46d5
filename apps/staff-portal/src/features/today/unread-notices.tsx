import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { noticeMessages } from "@tsunagari/messages";
import { linkStyle } from "@tsunagari/ui";
import { unreadOptions } from "./queries.ts";
import { WaitingCard } from "./waiting-card.tsx";

/** What one was told and has not read yet. */
export const UnreadNotices = () => {
  const { data } = useSuspenseQuery(unreadOptions);
  return (
    <WaitingCard
      title="お知らせ"
      count={data.total}
      counter="件をまだ読んでいません"
      none="読んでいないお知らせはありません。"
      rows={data.items.map(({ id, kind }) => ({ key: id, text: noticeMessages.kinds[kind] }))}
      link={
        <Link to="/notices" className={linkStyle}>
          お知らせを開く
        </Link>
      }
    />
  );
};
