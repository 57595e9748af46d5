import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { PageTitle } from "@tsunagari/portal";
import { EmptyState, PageHeader, Pagination, Stack, Tabs } from "@tsunagari/ui";
import { MarkAllRead } from "./mark-all-read.tsx";
import { NoticeRow } from "./notice-row.tsx";
import { noticeListOptions, noticePageSize } from "./queries.ts";
import type { NoticeSearch } from "./search.ts";

type Props = { readonly search: NoticeSearch };

const List = ({ search }: Props) => {
  const { data } = useSuspenseQuery(noticeListOptions(search));
  if (data.items.length === 0) {
    return search.view === "unread" ? (
      <EmptyState icon="notice" title="まだ読んでいないお知らせはありません" />
    ) : (
      <EmptyState icon="notice" title="お知らせはまだありません">
        つなぎの依頼が届いたとき、活動が承認されたときなどに、ここに出ます。
      </EmptyState>
    );
  }
  return (
    <Stack gap="medium">
      <MarkAllRead noticeIds={data.items.flatMap((item) => (item.readAt === null ? [item.id] : []))} />
      <ul aria-label="お知らせ" className="flex flex-col gap-3">
        {data.items.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </ul>
      <Pagination
        page={search.page ?? 1}
        pageCount={Math.ceil(data.total / noticePageSize)}
        link={(page, props) => <Link to="/notices" search={{ ...search, page }} {...props} />}
      />
    </Stack>
  );
};

/** What was told to the signed-in person, the newest first. */
export const NoticeListPage = ({ search }: Props) => {
  const navigate = useNavigate();
  const isUnread = search.view === "unread";
  return (
    <Stack>
      <PageTitle>お知らせ</PageTitle>
      <PageHeader
        title="お知らせ"
        lead="あなたに届いたお知らせです。押すと、その画面が開きます。同じことを、メールでもお知らせしています。"
      />
      <Tabs
        label="お知らせの一覧"
        selected={isUnread ? "unread" : "all"}
        onSelect={(id) => void navigate({ to: "/notices", search: id === "unread" ? { view: "unread" } : {} })}
        items={[
          { id: "all", label: "すべて", content: isUnread ? null : <List search={search} /> },
          { id: "unread", label: "まだ読んでいないもの", content: isUnread ? <List search={search} /> : null },
        ]}
      />
    </Stack>
  );
};
