import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CivilDate } from "@tsunagari/domain/kernel";
import { referralMessages } from "@tsunagari/messages";
import { PageTitle, QueryTable, useSession } from "@tsunagari/portal";
import { buttonStyle, itemLinkStyle, linkStyle, PageHeader, Stack, type TableColumn } from "@tsunagari/ui";
import { Became, ReferralStatusBadge } from "./looks.tsx";
import { referralListOptions, type ReferralListItem } from "./queries.ts";
import { referralViews, type ReferralListSearch, type ReferralView } from "./search.ts";

const columnsOn = (today: CivilDate): readonly TableColumn<ReferralListItem>[] => [
  {
    key: "activity",
    header: "つなぎ先",
    isRowHeader: true,
    cell: (row) => (
      <>
        <Link to="/referrals/$referralId" params={{ referralId: row.id }} search={{}} className={itemLinkStyle}>
          {row.activityTitle}
        </Link>
        <span className="block font-normal text-solid-gray-700 text-dns-16N-130">{row.organizationName}</span>
      </>
    ),
  },
  {
    key: "case",
    header: "ケース",
    isNarrow: true,
    cell: (row) => (
      <Link to="/cases/$caseId/referrals" params={{ caseId: row.case.id }} className={linkStyle}>
        {row.case.number}
      </Link>
    ),
  },
  { key: "status", header: "状態", isNarrow: true, cell: (row) => <ReferralStatusBadge status={row.status} /> },
  { key: "when", header: "期限・結果", cell: (row) => <Became referral={row} today={today} /> },
];

const Views = ({ current }: { readonly current: ReferralView | undefined }) => (
  <nav aria-label="つなぎの絞り込み">
    <ul className="flex flex-wrap gap-x-2 gap-y-3">
      {[undefined, ...referralViews].map((view) => (
        <li key={view ?? "all"}>
          <Link
            to="/referrals"
            search={view === undefined ? {} : { view }}
            aria-current={view === current ? "true" : undefined}
            className={buttonStyle({ size: "small", variant: view === current ? "primary" : "secondary" })}
          >
            {view === undefined ? "すべて" : referralMessages.views[view]}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

const nothing: Readonly<Record<ReferralView, { readonly title: string; readonly body: string }>> = {
  waiting: {
    title: "返事を待っているつなぎはありません",
    body: "新しいつなぎは、ケースの「つなぎ」から始めます。",
  },
  due_soon: { title: "期限の近いつなぎはありません", body: "返事の期限まで2営業日以内になると、ここに並びます。" },
  overdue: { title: "期限を過ぎたつなぎはありません", body: "期限を過ぎた依頼は、自動で終わります。" },
  waitlisted: { title: "順番待ちのつなぎはありません", body: "受入先が順番待ちにすると、ここに並びます。" },
  review_due: { title: "見直しの時期のつなぎはありません", body: "順番待ちが長くなると、ここに並びます。" },
  with_partner: { title: "支援中のつなぎはありません", body: "受入先が受け入れると、ここに並びます。" },
  ended: { title: "終わったつなぎはありません", body: "完了したもの、断られたもの、取り下げたものが並びます。" },
  draft: { title: "下書きはありません", body: "新しいつなぎは、ケースの「つなぎ」から始めます。" },
};

/** The referrals of one's own cases by state and clock, without anybody's name. */
export const ReferralListPage = ({ search }: { readonly search: ReferralListSearch }) => {
  const { data } = useSuspenseQuery(referralListOptions(search));
  const { today } = useSession();
  const { view } = search;
  return (
    <Stack>
      <PageTitle>{view === undefined ? "つなぎ" : `つなぎ：${referralMessages.views[view]}`}</PageTitle>
      <PageHeader
        title="つなぎ"
        lead="見ることのできるケースのつなぎを、期限の近い順に並べています。この一覧に氏名は出ません。"
        actions={
          <Link to="/cases" search={{}} className={buttonStyle()}>
            ケースから始める
          </Link>
        }
      />
      <QueryTable
        caption="つなぎの一覧"
        rows={data.items}
        rowKey={(row) => row.id}
        columns={columnsOn(today)}
        total={data.total}
        page={search.page ?? 1}
        filters={<Views current={view} />}
        empty={
          view === undefined
            ? { title: "つなぎはまだありません", body: "ケースを開き、「つなぎ」から新しいつなぎを始めてください。" }
            : nothing[view]
        }
        link={(page, props) => <Link to="/referrals" search={{ ...search, page }} {...props} />}
      />
    </Stack>
  );
};
