import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { noticeMessages } from "@tsunagari/messages";
import { instantText } from "@tsunagari/portal";
import { Card, linkStyle } from "@tsunagari/ui";
import { unreadOptions } from "./queries.ts";

/** The newest notices that were not read. */
export const NoticesCard = () => {
  const { data } = useSuspenseQuery(unreadOptions);
  return (
    <Card
      title="まだ読んでいないお知らせ"
      footer={
        <Link to="/notices" className={linkStyle}>
          {data.total > data.items.length ? `すべて見る（${data.total}件）` : "お知らせを見る"}
        </Link>
      }
    >
      {data.items.length === 0 ? (
        <p>新しいお知らせはありません。</p>
      ) : (
        <ul className="flex flex-col divide-y divide-solid-gray-200">
          {data.items.map(({ id, kind, createdAt }) => (
            <li key={id} className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
              <span className="text-solid-gray-700 text-dns-16N-130">{instantText(createdAt)}</span>
              <span>{noticeMessages.kinds[kind]}</span>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
