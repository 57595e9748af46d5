import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { retentionMessages } from "@tsunagari/messages";
import { eraDateText, instantText, PageTitle, QueryTable } from "@tsunagari/portal";
import { Button, Card, PageHeader, Stack, type TableColumn } from "@tsunagari/ui";
import { DecideDialogs } from "./decide-dialogs.tsx";
import { OfficersCard } from "./officers-card.tsx";
import { destroyedOptions, officersOptions, waitingOptions, type DestroyedRecord } from "./queries.ts";
import type { RetentionSearch } from "./search.ts";
import { WaitingTable } from "./waiting-table.tsx";

const { fields, lead, title } = retentionMessages;

const columns: readonly TableColumn<DestroyedRecord>[] = [
  {
    key: "number",
    header: fields.caseNumber,
    isRowHeader: true,
    isNarrow: true,
    cell: (row) => <span className="tabular-nums">{row.caseNumber}</span>,
  },
  { key: "completedOn", header: fields.completedOn, cell: (row) => eraDateText(row.completedOn) },
  {
    key: "destroyedAt",
    header: fields.destroyedAt,
    cell: (row) => (row.destroyedAt === null ? "—" : instantText(row.destroyedAt)),
  },
  { key: "decidedBy", header: fields.decidedBy, cell: (row) => row.decidedBy ?? "退職・異動した人" },
];

const Destroyed = ({ search }: { readonly search: RetentionSearch }) => {
  const { data } = useSuspenseQuery(destroyedOptions(search));
  return (
    <Card title="消去した記録" lead="いつ、だれの決定で消去したかの記録です。この記録は消えません。">
      <QueryTable
        caption="消去した記録"
        rows={data.items}
        rowKey={(row) => row.id}
        columns={columns}
        total={data.total}
        page={search.past ?? 1}
        empty={{ title: "消去した記録はまだありません" }}
        link={(past, props) => <Link to="/retention" search={{ ...search, past }} {...props} />}
      />
    </Card>
  );
};

/** 保存期間: what is due, the decisions about it, and what has been destroyed (D-19). */
export const RetentionPage = ({ search }: { readonly search: RetentionSearch }) => {
  const { data } = useSuspenseQuery(waitingOptions(search));
  const { data: officers } = useSuspenseQuery(officersOptions);
  return (
    <Stack>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead={lead}
        actions={
          <Button className="print:hidden" onClick={() => window.print()}>
            印刷する
          </Button>
        }
      />
      <Card
        title="保存期間が過ぎた記録"
        lead="ケースが終わった年度の、次の4月1日から数えます。つなぎや会議の記録が長く残るときは、いちばん長いものにあわせます。"
        aside={
          <div className="flex flex-wrap gap-2 print:hidden">
            <DecideDialogs rows={data.items} />
          </div>
        }
      >
        <WaitingTable items={data.items} total={data.total} search={search} />
      </Card>
      <Destroyed search={search} />
      <OfficersCard data={officers} />
    </Stack>
  );
};
