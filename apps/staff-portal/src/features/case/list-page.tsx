import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { caseStatuses } from "@tsunagari/domain/case";
import { caseMessages, retentionMessages } from "@tsunagari/messages";
import { AbilityLink, FilterForm, PageTitle, QueryTable, shortDateText, type Ability } from "@tsunagari/portal";
import {
  buttonStyle,
  ChipList,
  itemLinkStyle,
  PageHeader,
  Select,
  Stack,
  StatusBadge,
  TextField,
  type TableColumn,
} from "@tsunagari/ui";
import { lifeIssueGroups, statusTones, urgencyTones } from "./looks.ts";
import { caseListOptions, type CaseListItem } from "./queries.ts";
import { CaseSearch } from "./search.ts";
import { TaskLine } from "./task-line.tsx";

const shownIssues = 2;

/** Whom the case is about. Where the name is kept back, the number stands for it (D-23). */
const PersonCell = ({ row }: { readonly row: CaseListItem }) => (
  <div className="flex min-w-36 flex-col items-start">
    <Link to="/cases/$caseId" params={{ caseId: row.id }} className={itemLinkStyle}>
      {row.person?.name ?? `ケース ${row.number}`}
    </Link>
    {row.person?.kana ? (
      <span className="font-normal text-solid-gray-700 text-dns-16N-120">{row.person.kana}</span>
    ) : null}
    {row.erasedAt === null ? null : (
      <span className="font-normal text-solid-gray-700 text-dns-16N-120">{retentionMessages.erased}</span>
    )}
    <span className="mt-1 flex flex-wrap gap-2 font-normal empty:hidden">
      {row.person?.isProtected === true ? <StatusBadge tone="neutral">{caseMessages.protectedMark}</StatusBadge> : null}
      {row.urgency === "normal" ? null : (
        <StatusBadge tone={urgencyTones[row.urgency]}>{caseMessages.urgencies[row.urgency]}</StatusBadge>
      )}
    </span>
  </div>
);

/** Beside a protected name nothing tells why (D-23): whoever looks over a shoulder reads 「支援措置」 and no more. */
const IssueCell = ({ row }: { readonly row: CaseListItem }) => {
  if (row.person?.isProtected === true) return <span className="text-solid-gray-700">—</span>;
  const rest = row.lifeIssues.length - shownIssues;
  return (
    <ChipList
      label="課題"
      items={[
        ...row.lifeIssues.slice(0, shownIssues).map((issue) => caseMessages.lifeIssues[issue]),
        ...(rest > 0 ? [`ほか${rest}件`] : []),
      ]}
    />
  );
};

const columns: readonly TableColumn<CaseListItem>[] = [
  { key: "person", header: "本人", isRowHeader: true, cell: (row) => <PersonCell row={row} /> },
  {
    key: "status",
    header: caseMessages.fields.status,
    isNarrow: true,
    cell: (row) => (
      <div className="flex flex-col items-start gap-1">
        <StatusBadge tone={statusTones[row.status]}>{caseMessages.statuses[row.status]}</StatusBadge>
        <span className="text-solid-gray-700">{row.number}</span>
      </div>
    ),
  },
  { key: "issues", header: caseMessages.fields.lifeIssues, cell: (row) => <IssueCell row={row} /> },
  {
    key: "task",
    header: "次にすること",
    cell: (row) =>
      row.tasks[0] === undefined ? <span className="text-solid-gray-700">—</span> : <TaskLine task={row.tasks[0]} />,
  },
  {
    key: "received",
    header: caseMessages.fields.receivedOn,
    isNarrow: true,
    cell: (row) => (
      <div className="flex flex-col">
        <span className="text-solid-gray-700">{row.receivedOn.slice(0, 4)}年</span>
        <span>{shortDateText(row.receivedOn)}</span>
        {row.isAssignedToMe ? null : <span className="text-solid-gray-700">部署のケース</span>}
      </div>
    ),
  },
];

const Filters = ({ search }: { readonly search: CaseSearch }) => {
  const navigate = useNavigate();
  const { page: _page, ...conditions } = search;
  const isFiltered = Object.values(conditions).some((value) => value !== undefined);
  return (
    <FilterForm
      label="ケースをさがす"
      state={JSON.stringify(conditions)}
      onApply={(values) => void navigate({ to: "/cases", search: CaseSearch.parse(values) })}
      clear={
        isFiltered ? (
          <Link to="/cases" search={{}} className={buttonStyle({ variant: "text" })}>
            条件を消す
          </Link>
        ) : null
      }
    >
      <TextField
        type="search"
        label="名前・ふりがな（1文字から）"
        name="name"
        defaultValue={search.name}
        width="full"
        autoComplete="off"
      />
      <Select
        label={caseMessages.fields.status}
        name="status"
        emptyLabel="すべて"
        width="full"
        defaultValue={search.status}
        options={caseStatuses.map((value) => ({ value, label: caseMessages.statuses[value] }))}
      />
      <Select
        label={caseMessages.fields.lifeIssues}
        name="issue"
        emptyLabel="すべて"
        width="full"
        defaultValue={search.issue}
        options={lifeIssueGroups.flatMap(({ issues }) =>
          issues.map((value) => ({ value, label: caseMessages.lifeIssues[value] })),
        )}
      />
    </FilterForm>
  );
};

const OpenLink = ({ ability }: { readonly ability: Ability }) => (
  <AbilityLink
    ability={ability}
    label="相談を受け付ける"
    variant="primary"
    link={(props) => <Link to="/cases/new" {...props} />}
  />
);

const emptyOf = (search: CaseSearch, open: Ability) => {
  const { name, status, issue } = search;
  if (name === undefined && status === undefined && issue === undefined)
    return {
      title: "担当しているケースはありません",
      body: "相談を受け付けるか、担当に加えられると、ここに並びます。",
      action: open === true ? <OpenLink ability={open} /> : undefined,
    };
  return {
    title: "当てはまるケースはありません",
    body: `${name === undefined ? "" : "名前を短くするか、ふりがなでもさがしてみてください。"}担当しているケースの中だけをさがしています。`,
  };
};

/** The cases one works on, or supervises. */
export const CaseListPage = ({ search }: { readonly search: CaseSearch }) => {
  const { data } = useSuspenseQuery(caseListOptions(search));
  const { open } = data.abilities;
  return (
    <Stack>
      <PageTitle>ケース</PageTitle>
      <PageHeader
        title="ケース"
        lead="担当しているケースの一覧です。ここで名前を見たことは、閲覧の記録に残ります。"
        actions={<OpenLink ability={open} />}
      />
      <QueryTable
        caption="ケースの一覧"
        counter="件"
        rows={data.items}
        rowKey={(row) => row.id}
        columns={columns}
        total={data.total}
        page={data.page}
        pageSize={data.pageSize}
        filters={<Filters search={search} />}
        empty={emptyOf(search, open)}
        link={(page, props) => <Link to="/cases" search={{ ...search, page }} {...props} />}
      />
    </Stack>
  );
};
