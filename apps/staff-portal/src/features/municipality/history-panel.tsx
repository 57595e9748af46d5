import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { changeSubjectKinds } from "@tsunagari/domain/municipality";
import { actionLabel, structureMessages } from "@tsunagari/messages";
import { FilterForm, instantText, QueryTable } from "@tsunagari/portal";
import { buttonStyle, Select, type TableColumn } from "@tsunagari/ui";
import { changeValueText, subjectText } from "./change-text.ts";
import { changesOptions, type Change } from "./queries.ts";
import { SectionSearch } from "./search.ts";

const { changeSubjects, changeFields } = structureMessages;
const section = "history";

const Fields = ({ change }: { readonly change: Change }) => (
  <dl className="flex flex-col gap-1">
    {change.fields.map(({ field, from, to }) => (
      <div key={field} className="flex flex-wrap gap-x-2">
        <dt className="text-solid-gray-700">{changeFields[field]}：</dt>
        <dd>
          {from === null ? null : (
            <>
              <del className="no-underline">{changeValueText(change, field, from)}</del>
              <span> から </span>
            </>
          )}
          <ins className="font-bold no-underline">{changeValueText(change, field, to)}</ins>
        </dd>
      </div>
    ))}
  </dl>
);

const columns: readonly TableColumn<Change>[] = [
  { key: "at", header: "いつ", isRowHeader: true, cell: ({ at }) => instantText(at) },
  { key: "by", header: "だれが", cell: ({ by }) => by ?? "市の登録" },
  {
    key: "what",
    header: "何を",
    cell: (change) => (
      <>
        {subjectText(change)}
        <span className="block text-solid-gray-700">{actionLabel(change.action)}</span>
      </>
    ),
  },
  {
    key: "fields",
    header: "何から何に",
    cell: (change) => (change.fields.length === 0 ? "値は同じままです" : <Fields change={change} />),
  },
];

const Filters = ({ search }: { readonly search: SectionSearch }) => {
  const navigate = useNavigate();
  return (
    <FilterForm
      label="記録をしぼりこむ"
      state={search.kind ?? ""}
      onApply={(values) =>
        void navigate({ to: "/settings/$section", params: { section }, search: SectionSearch.parse(values) })
      }
      clear={
        search.kind === undefined ? null : (
          <Link to="/settings/$section" params={{ section }} className={buttonStyle({ variant: "text" })}>
            条件を消す
          </Link>
        )
      }
    >
      <Select
        label="何の変更か"
        name="kind"
        emptyLabel="すべて"
        width="full"
        defaultValue={search.kind}
        options={changeSubjectKinds.map((value) => ({ value, label: changeSubjects[value] }))}
      />
    </FilterForm>
  );
};

/** Who changed what of the city's set-up, from what to what, when; the newest on top. */
export const HistoryPanel = ({ search }: { readonly search: SectionSearch }) => {
  const { data } = useSuspenseQuery(changesOptions(search));
  return (
    <QueryTable
      caption="設定の変更の記録"
      rows={data.items}
      rowKey={({ id }) => id}
      columns={columns}
      total={data.total}
      page={data.page}
      pageSize={data.pageSize}
      filters={<Filters search={search} />}
      empty={{ title: "変更の記録はありません", body: "条件を消すと、ほかの変更が見られます。" }}
      link={(page, props) => (
        <Link to="/settings/$section" params={{ section }} search={{ ...search, page }} {...props} />
      )}
    />
  );
};
