import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { auditMessages, caseMessages } from "@tsunagari/messages";
import { FilterForm, instantText, PageTitle, QueryTable } from "@tsunagari/portal";
import { buttonStyle, Card, DateField, Select, StatusBadge, type TableColumn } from "@tsunagari/ui";
import { useState } from "react";
import { whatOf, whoOf } from "./entry-text.ts";
import {
  caseAccessOptions,
  householdOptions,
  personAccessOptions,
  type AccessEntry,
  type AccessPage,
} from "./queries.ts";
import { AccessSearch } from "./search.ts";

const { fields } = auditMessages;
const tones = { command: "info", reading: "neutral", refusal: "warning" } as const;

const columns: readonly TableColumn<AccessEntry>[] = [
  { key: "at", header: fields.at, isRowHeader: true, cell: (row) => instantText(row.at) },
  {
    key: "who",
    header: fields.who,
    cell: (row) => (
      <>
        {whoOf(row)}
        <span className="block text-solid-gray-700">{row.belongsTo}</span>
      </>
    ),
  },
  {
    key: "kind",
    header: "種類",
    isNarrow: true,
    cell: (row) => <StatusBadge tone={tones[row.kind]}>{auditMessages.kinds[row.kind]}</StatusBadge>,
  },
  { key: "what", header: fields.what, cell: (row) => whatOf(row) },
];

type Person = { readonly id: string; readonly name: string };
type Place = { readonly caseId: string; readonly search: AccessSearch };

const Day = ({ name, label, value }: { readonly name: string; readonly label: string; readonly value: string }) => {
  const [typed, setTyped] = useState(value);
  return <DateField name={name} label={label} value={typed} onChange={setTyped} />;
};

const Filters = ({ caseId, search, persons }: Place & { readonly persons: readonly Person[] }) => {
  const navigate = useNavigate();
  const { page: _page, ...conditions } = search;
  const isFiltered = Object.values(conditions).some((value) => value !== undefined);
  return (
    <FilterForm
      label="記録をしぼりこむ"
      state={JSON.stringify(conditions)}
      onApply={(values) =>
        void navigate({ to: "/cases/$caseId/access", params: { caseId }, search: AccessSearch.parse(values) })
      }
      clear={
        isFiltered ? (
          <Link to="/cases/$caseId/access" params={{ caseId }} search={{}} className={buttonStyle({ variant: "text" })}>
            条件を消す
          </Link>
        ) : null
      }
    >
      <div className="col-span-full">
        <Select
          label="だれの情報か"
          name="person"
          emptyLabel="ケース全体"
          defaultValue={search.person}
          options={persons.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <div className="col-span-full grid gap-x-6 gap-y-4 xl:grid-cols-2">
        <Day name="from" label={fields.fromOn} value={search.from ?? ""} />
        <Day name="to" label={fields.toOn} value={search.to ?? ""} />
      </div>
    </FilterForm>
  );
};

const useAccess = (caseId: string, search: AccessSearch): AccessPage => {
  const { person } = search;
  const options = person === undefined ? caseAccessOptions(caseId, search) : personAccessOptions(person, search);
  // The two procedures answer alike; only the subject's field differs, which no column reads.
  return useSuspenseQuery(options as ReturnType<typeof caseAccessOptions>).data;
};

const SheetLink = ({ caseId, search, persons }: Place & { readonly persons: readonly Person[] }) => {
  const { from, to } = search;
  const person = search.person ?? persons[0]?.id;
  return (
    <Link
      to="/cases/$caseId/access/sheet"
      params={{ caseId }}
      search={{ person, from, to }}
      className={buttonStyle({ size: "small" })}
    >
      {persons.find(({ id }) => id === person)?.name ?? "本人"}さんに渡す用紙
    </Link>
  );
};

/** 「この人の情報を見た人」: who read or changed what, latest first; never what was written. */
export const AccessPageView = ({ caseId, search }: Place) => {
  const { data } = useSuspenseQuery(householdOptions(caseId));
  const access = useAccess(caseId, search);
  const persons = data.members.map(({ id, relation, data: { identity } }) => ({
    id,
    name: identity.name ?? caseMessages.relations[relation],
  }));
  return (
    <Card
      title={auditMessages.title}
      aside={<SheetLink caseId={caseId} search={search} persons={persons} />}
      lead={auditMessages.retention}
    >
      <PageTitle>{`${data.number} ${auditMessages.title}`}</PageTitle>
      <QueryTable
        caption={auditMessages.title}
        rows={access.items}
        rowKey={(row) => row.id}
        columns={columns}
        total={access.total}
        page={access.page}
        pageSize={access.pageSize}
        isDense
        filters={<Filters caseId={caseId} search={search} persons={persons} />}
        empty={{ title: auditMessages.empty, body: "期間を広げるか、条件を消してください。" }}
        link={(page, props) => (
          <Link to="/cases/$caseId/access" params={{ caseId }} search={{ ...search, page }} {...props} />
        )}
      />
    </Card>
  );
};
