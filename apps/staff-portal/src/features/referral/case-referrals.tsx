import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { CivilDate } from "@tsunagari/domain/kernel";
import { PageTitle, QueryTable, useSession } from "@tsunagari/portal";
import { buttonStyle, itemLinkStyle, type TableColumn } from "@tsunagari/ui";
import { Became, ReferralStatusBadge } from "./looks.tsx";
import { caseReferralsOptions, householdOptions, type ReferralListItem } from "./queries.ts";

type Known = {
  readonly today: CivilDate;
  readonly nameOf: (personId: string) => string;
  readonly titleOf: (referralId: string) => string | null;
};

const columnsFor = ({ today, nameOf, titleOf }: Known): readonly TableColumn<ReferralListItem>[] => [
  {
    key: "activity",
    header: "つなぎ先",
    isRowHeader: true,
    cell: (row) => {
      const parent = row.parentId === null ? null : titleOf(row.parentId);
      return (
        <>
          <Link to="/referrals/$referralId" params={{ referralId: row.id }} search={{}} className={itemLinkStyle}>
            {row.activityTitle}
          </Link>
          <span className="block font-normal text-solid-gray-700 text-dns-16N-130">{row.organizationName}</span>
          {parent === null ? null : (
            <span className="block font-normal text-solid-gray-700 text-dns-16N-130">
              「{parent}」のあとに続くつなぎ
            </span>
          )}
        </>
      );
    },
  },
  { key: "person", header: "だれの", isNarrow: true, cell: (row) => nameOf(row.personId) },
  { key: "status", header: "状態", isNarrow: true, cell: (row) => <ReferralStatusBadge status={row.status} /> },
  { key: "became", header: "期限・結果", cell: (row) => <Became referral={row} today={today} /> },
];

const useKnown = (caseId: string, rows: readonly ReferralListItem[]): Known => {
  const { data: household } = useSuspenseQuery(householdOptions(caseId));
  const { today } = useSession();
  const names = new Map<string, string | null>([
    ...household.members.map(({ id, data: { identity } }) => [id, identity.name] as const),
    ...household.formerMembers.map(({ id, name }) => [id, name] as const),
  ]);
  const titles = new Map<string, string>(rows.map(({ id, activityTitle }) => [id, activityTitle] as const));
  return { today, nameOf: (id) => names.get(id) ?? "—", titleOf: (id) => titles.get(id) ?? null };
};

const Start = ({ caseId }: { readonly caseId: string }) => (
  <Link
    to="/cases/$caseId/referrals/new"
    params={{ caseId }}
    search={{}}
    className={buttonStyle({ variant: "primary" })}
  >
    新しいつなぎ
  </Link>
);

/** The tab of a case: its referrals with what followed what. */
export const CaseReferrals = ({ caseId }: { readonly caseId: string }) => {
  const { data } = useSuspenseQuery(caseReferralsOptions(caseId));
  const columns = columnsFor(useKnown(caseId, data.items));
  return (
    <section aria-labelledby="referrals-title" className="flex flex-col gap-5">
      <PageTitle>ケースのつなぎ</PageTitle>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h2 id="referrals-title" className="text-std-20B-150">
            つなぎ
          </h2>
          <p className="mt-1 max-w-prose text-solid-gray-700">
            本人の同意にもとづいて、地域の活動への参加をお願いします。氏名は、このケースを担当する人だけに見えます。
          </p>
        </div>
        {data.items.length === 0 ? null : <Start caseId={caseId} />}
      </div>
      <QueryTable
        caption="このケースのつなぎ"
        rows={data.items}
        rowKey={(row) => row.id}
        columns={columns}
        total={data.items.length}
        empty={{
          title: "このケースのつなぎはまだありません",
          body: "本人と話し合い、同意を得たら、つなぎ先の活動を選んで始めます。送るまで、相手には何も見えません。",
          action: <Start caseId={caseId} />,
        }}
      />
    </section>
  );
};
