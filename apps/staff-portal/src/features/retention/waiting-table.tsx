import { Link, useNavigate } from "@tanstack/react-router";
import { waitingRetentionStatuses, type RetentionStatus } from "@tsunagari/domain/retention";
import { retentionMessages } from "@tsunagari/messages";
import { announce, ConfirmAction, eraDateText, FilterForm, QueryTable } from "@tsunagari/portal";
import { buttonStyle, Select, StatusBadge, type StatusTone, type TableColumn } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { waitingPageSize, type WaitingRecord } from "./queries.ts";
import { RetentionSearch } from "./search.ts";

const { actions, fields, postponeReasons, statuses } = retentionMessages;

export const statusTones = {
  due: "warning",
  postponed: "info",
  confirmed: "danger",
  destroyed: "quiet",
} as const satisfies Record<RetentionStatus, StatusTone>;

const seen = ({ id, version }: WaitingRecord) => ({ retentionDueId: id, version });

const Act = ({ row }: { readonly row: WaitingRecord }) => {
  if (row.status === "confirmed") {
    return (
      <ConfirmAction
        ability={row.abilities.revoke}
        label={actions.revoke}
        variant="secondary"
        title={`ケース ${row.caseNumber} の消去を取りやめますか`}
        effect="「確認待ち」に戻ります。何も消えません。"
        send={(requestId) => client.retention.revoke.mutate({ requestId, items: [seen(row)] })}
        onDone={() => announce("消去を取りやめました")}
      />
    );
  }
  if (row.status !== "postponed") return null;
  return (
    <ConfirmAction
      ability={row.abilities.resume}
      label={actions.resume}
      variant="secondary"
      title={`ケース ${row.caseNumber} の延期を終えますか`}
      effect="「確認待ち」に戻り、消去するかどうかを決められるようになります。"
      send={(requestId) => client.retention.resume.mutate({ requestId, items: [seen(row)] })}
      onDone={() => announce("延期を終えました")}
    />
  );
};

const Decision = ({ row }: { readonly row: WaitingRecord }) => (
  <div className="flex flex-col items-start gap-1">
    <StatusBadge tone={statusTones[row.status]}>{statuses[row.status]}</StatusBadge>
    {row.destroysOn === null ? null : <span>{eraDateText(row.destroysOn)}の未明に消去します</span>}
    {row.postponedUntilOn === null ? null : <span>{eraDateText(row.postponedUntilOn)}まで</span>}
    {row.postponeReason === null ? null : <span>{postponeReasons[row.postponeReason]}</span>}
    {row.decidedBy === null ? null : <span className="text-solid-gray-700">決めた人：{row.decidedBy}</span>}
    <div className="print:hidden">
      <Act row={row} />
    </div>
  </div>
);

const columns: readonly TableColumn<WaitingRecord>[] = [
  {
    key: "number",
    header: fields.caseNumber,
    isRowHeader: true,
    isNarrow: true,
    cell: (row) => <span className="tabular-nums">{row.caseNumber}</span>,
  },
  { key: "completedOn", header: fields.completedOn, cell: (row) => eraDateText(row.completedOn) },
  { key: "dueOn", header: fields.dueOn, cell: (row) => eraDateText(row.dueOn) },
  { key: "status", header: fields.status, cell: (row) => <Decision row={row} /> },
];

const Filters = ({ search }: { readonly search: RetentionSearch }) => {
  const navigate = useNavigate();
  return (
    <div className="print:hidden">
      <FilterForm
        label="記録をしぼり込む"
        state={search.status ?? ""}
        onApply={(values) => void navigate({ to: "/retention", search: RetentionSearch.parse(values) })}
        clear={
          search.status === undefined ? null : (
            <Link to="/retention" search={{}} className={buttonStyle({ variant: "text" })}>
              条件を消す
            </Link>
          )
        }
      >
        <Select
          label={fields.status}
          name="status"
          emptyLabel="すべて"
          width="full"
          defaultValue={search.status}
          options={waitingRetentionStatuses.map((value) => ({ value, label: statuses[value] }))}
        />
      </FilterForm>
    </div>
  );
};

type Props = { readonly items: readonly WaitingRecord[]; readonly total: number; readonly search: RetentionSearch };

/** What waits to be confirmed, is put off, or will be destroyed: numbers and dates, no names. */
export const WaitingTable = ({ items, total, search }: Props) => (
  <QueryTable
    caption="保存期間が過ぎた記録"
    rows={items}
    rowKey={(row) => row.id}
    columns={columns}
    total={total}
    page={search.page ?? 1}
    pageSize={waitingPageSize}
    filters={<Filters search={search} />}
    empty={
      search.status === undefined
        ? {
            title: "保存期間が過ぎた記録はありません",
            body: "毎晩、設定の保存年数にあわせて調べます。見つかると、ここに並び、責任者にお知らせします。",
          }
        : { title: "当てはまる記録はありません", body: "条件を消すと、すべての記録が並びます。" }
    }
    link={(page, props) => <Link to="/retention" search={{ ...search, page }} {...props} />}
  />
);
