import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { announce, instantText, newRequestId, PageTitle } from "@tsunagari/portal";
import { Button, buttonStyle, EmptyState, PageHeader, Pagination, Stack, StatusBadge } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { NoticeLink } from "./notice-link.tsx";
import { noticesOptions, type Notice } from "./queries.ts";
import type { NoticeSearch } from "./search.ts";

const pageSize = 20;

const markRead = (notice: Notice) => client.notice.markRead.mutate({ requestId: newRequestId(), noticeId: notice.id });

const NoticeLine = ({ notice }: { readonly notice: Notice }) => {
  const isUnread = notice.readAt === null;
  return (
    <li
      className={`flex flex-col gap-3 border-l-6 px-5 py-4 sm:flex-row sm:items-center sm:justify-between ${
        isUnread ? "border-key-900 bg-white" : "border-transparent"
      }`}
    >
      <div className="flex min-w-0 flex-col gap-1">
        <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {isUnread ? <StatusBadge tone="info">未読</StatusBadge> : null}
          <NoticeLink notice={notice} onOpen={() => void (isUnread ? markRead(notice).catch(() => undefined) : null)} />
        </span>
        <span className="text-solid-gray-700">{instantText(notice.createdAt)}</span>
      </div>
      {isUnread ? (
        <Button
          size="small"
          className="shrink-0 self-start sm:self-center"
          onClick={() =>
            void markRead(notice).then(
              () => announce("既読にしました。"),
              () => undefined,
            )
          }
        >
          既読にする
        </Button>
      ) : null}
    </li>
  );
};

const Shown = ({ show }: Pick<NoticeSearch, "show">) => (
  <nav aria-label="お知らせの絞り込み">
    <ul className="flex flex-wrap gap-2">
      {([undefined, "all"] as const).map((value) => (
        <li key={value ?? "unread"}>
          <Link
            to="/notices"
            search={value === undefined ? {} : { show: value }}
            aria-current={value === show ? "true" : undefined}
            className={buttonStyle({ size: "small", variant: value === show ? "primary" : "secondary" })}
          >
            {value === undefined ? "未読" : "すべて"}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

/** What one should know, newest first. A notice names nobody; the page behind it does. */
export const NoticeListPage = ({ search }: { readonly search: NoticeSearch }) => {
  const { data } = useSuspenseQuery(noticesOptions(search));
  const isAll = search.show === "all";
  return (
    <Stack>
      <PageTitle>お知らせ</PageTitle>
      <PageHeader
        title="お知らせ"
        lead="あなたへのお知らせです。だれのことかは書かれていません。開いて確かめてください。"
      />
      <Stack gap="medium">
        <Shown show={search.show} />
        <p aria-live="polite" className="text-solid-gray-800">
          <span className="text-std-18B-160 tabular-nums">{data.total.toLocaleString("ja-JP")}</span>件
        </p>
        {data.items.length === 0 ? (
          <EmptyState
            title={isAll ? "お知らせはまだありません" : "未読のお知らせはありません"}
            icon="notice"
            action={
              isAll ? null : (
                <Link to="/notices" search={{ show: "all" }} className={buttonStyle()}>
                  読んだお知らせも見る
                </Link>
              )
            }
          >
            つなぎの返事や、承認を待っているものがあると、ここに届きます。
          </EmptyState>
        ) : (
          <ul className="flex flex-col divide-y divide-solid-gray-200 overflow-clip rounded-12 border border-solid-gray-200">
            {data.items.map((notice) => (
              <NoticeLine key={notice.id} notice={notice} />
            ))}
          </ul>
        )}
        <Pagination
          page={search.page ?? 1}
          pageCount={Math.ceil(data.total / pageSize)}
          link={(page, props) => <Link to="/notices" search={{ ...search, page }} {...props} />}
        />
      </Stack>
    </Stack>
  );
};
