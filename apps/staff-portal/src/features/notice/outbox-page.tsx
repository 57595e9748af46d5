import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { instantText, PageTitle, QueryTable } from "@tsunagari/portal";
import { Disclosure, NotificationBanner, PageHeader, Stack, StatusBadge, type TableColumn } from "@tsunagari/ui";
import { outboxOptions, type Mail } from "./queries.ts";
import type { OutboxSearch } from "./search.ts";

const columns: readonly TableColumn<Mail>[] = [
  {
    key: "subject",
    header: "件名と本文",
    isRowHeader: true,
    cell: (row) => (
      <>
        <span className="text-std-16B-170">{row.subject}</span>
        <div className="font-normal">
          <Disclosure summary="本文を見る">
            <p className="whitespace-pre-line break-words">{row.body}</p>
          </Disclosure>
        </div>
      </>
    ),
  },
  {
    key: "recipient",
    header: "あて先",
    cell: (row) => (
      <>
        {row.recipient ?? "—"}
        <span className="block text-solid-gray-700 text-dns-16N-130">
          {row.portal === "partner" ? "団体の利用者" : "市の職員"}
        </span>
      </>
    ),
  },
  { key: "queuedAt", header: "用意した日時", cell: (row) => instantText(row.queuedAt) },
  {
    key: "sentAt",
    header: "状態",
    isNarrow: true,
    cell: (row) =>
      row.sentAt === null ? (
        <StatusBadge tone="warning">送信待ち</StatusBadge>
      ) : (
        <StatusBadge tone="success">送信済み</StatusBadge>
      ),
  },
];

/** The mail that would go, whole, so that anybody can see that nothing of a resident is in it. */
export const OutboxPage = ({ search }: { readonly search: OutboxSearch }) => {
  const { data } = useSuspenseQuery(outboxOptions(search));
  return (
    <Stack>
      <PageTitle>送信予定のメール</PageTitle>
      <PageHeader title="送信予定のメール" lead="お知らせと一緒に送られるメールです。新しいものから並びます。" />
      <NotificationBanner tone="info" title="メールに、住民の個人情報は書かれていません">
        書かれるのは、何があったかと、サインインする場所だけです。あて先は、団体か部署の名前だけをここに出しています。
      </NotificationBanner>
      <QueryTable
        caption="送信予定のメール"
        counter="通"
        rows={data.items}
        rowKey={(row) => row.id}
        columns={columns}
        total={data.total}
        page={search.page ?? 1}
        empty={{ title: "送信予定のメールはありません", body: "お知らせが出ると、同じ内容のメールがここに並びます。" }}
        link={(page, props) => <Link to="/outbox" search={{ page }} {...props} />}
      />
    </Stack>
  );
};
