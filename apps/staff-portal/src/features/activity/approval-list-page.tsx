import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { activityMessages } from "@tsunagari/messages";
import { instantText, PageTitle, QueryTable } from "@tsunagari/portal";
import { buttonStyle, itemLinkStyle, PageHeader, Stack, StatusBadge, type TableColumn } from "@tsunagari/ui";
import { submittedOptions, type SubmittedItem } from "./queries.ts";
import type { ApprovalListSearch } from "./search.ts";

const columns: readonly TableColumn<SubmittedItem>[] = [
  {
    key: "title",
    header: "活動",
    isRowHeader: true,
    cell: (row) => (
      <>
        <Link to="/approvals/$activityId" params={{ activityId: row.id }} search={{}} className={itemLinkStyle}>
          {row.title}
        </Link>
        <span className="block font-normal text-solid-gray-700 text-dns-16N-130">{row.organizationName}</span>
      </>
    ),
  },
  {
    key: "kind",
    header: "申込み",
    isNarrow: true,
    cell: (row) => (
      <StatusBadge tone={row.isChange ? "neutral" : "info"}>{row.isChange ? "内容の変更" : "新しい活動"}</StatusBadge>
    ),
  },
  {
    key: "changes",
    header: "変わるところ",
    cell: (row) =>
      row.isChange ? row.changedFields.map((field) => activityMessages.fields[field]).join("、") : "はじめての公開",
  },
  {
    key: "submittedAt",
    header: "申し込まれた日時",
    cell: (row) => (row.submittedAt === null ? "—" : instantText(row.submittedAt)),
  },
];

/** What waits for the city, the longest waiting first. */
export const ApprovalListPage = ({ search }: { readonly search: ApprovalListSearch }) => {
  const { data } = useSuspenseQuery(submittedOptions(search));
  return (
    <Stack>
      <PageTitle>活動の承認</PageTitle>
      <PageHeader
        title="活動の承認"
        lead="団体から公開を申し込まれた活動です。待っている時間の長いものから並びます。"
        actions={
          <Link to="/activities" search={{}} className={buttonStyle()}>
            活動の一覧を見る
          </Link>
        }
      />
      <QueryTable
        caption="確認を待っている活動"
        rows={data.items}
        rowKey={(row) => row.id}
        columns={columns}
        total={data.total}
        page={data.page}
        pageSize={data.pageSize}
        empty={{
          title: "確認を待っている活動はありません",
          body: "団体が公開を申し込むと、ここに並び、お知らせも届きます。",
        }}
        link={(page, props) => <Link to="/approvals" search={{ page }} {...props} />}
      />
    </Stack>
  );
};
