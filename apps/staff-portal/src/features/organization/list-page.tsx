import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { organizationKinds, organizationStatuses } from "@tsunagari/domain/organization";
import { organizationMessages } from "@tsunagari/messages";
import { AbilityLink, FilterForm, PageTitle, QueryTable } from "@tsunagari/portal";
import {
  buttonStyle,
  Checkbox,
  itemLinkStyle,
  PageHeader,
  Select,
  Stack,
  StatusBadge,
  TextField,
  type TableColumn,
} from "@tsunagari/ui";
import { permissionTones, statusTones } from "./looks.ts";
import { organizationListOptions, type OrganizationListItem } from "./queries.ts";
import { OrganizationSearch } from "./search.ts";
import { TraitCounts } from "./trait-counts.tsx";

const columns: readonly TableColumn<OrganizationListItem>[] = [
  {
    key: "name",
    header: organizationMessages.fields.name,
    isRowHeader: true,
    cell: (row) => (
      <>
        <Link to="/organizations/$organizationId" params={{ organizationId: row.id }} className={itemLinkStyle}>
          {row.name}
        </Link>
        <span className="block font-normal text-solid-gray-700 text-dns-16N-120">{row.nameKana}</span>
      </>
    ),
  },
  { key: "kind", header: "種別", cell: (row) => organizationMessages.kinds[row.kind] },
  {
    key: "status",
    header: organizationMessages.fields.status,
    isNarrow: true,
    cell: (row) => (
      <StatusBadge tone={statusTones[row.status]}>{organizationMessages.statuses[row.status]}</StatusBadge>
    ),
  },
  {
    key: "permission",
    header: "つなぎの受入",
    isNarrow: true,
    cell: (row) => (
      <StatusBadge tone={permissionTones[row.permissionState]}>
        {organizationMessages.permissionShort[row.permissionState]}
      </StatusBadge>
    ),
  },
  {
    key: "activities",
    header: "公開中の活動",
    align: "end",
    isNarrow: true,
    cell: (row) => `${row.publishedActivities}件`,
  },
];

const Filters = ({ search }: { readonly search: OrganizationSearch }) => {
  const navigate = useNavigate();
  const { page: _page, on, ...conditions } = search;
  const isFiltered = Object.values(conditions).some((value) => value !== undefined);
  return (
    <FilterForm
      label="団体をさがす"
      state={JSON.stringify(conditions)}
      onApply={(values) => void navigate({ to: "/organizations", search: { ...OrganizationSearch.parse(values), on } })}
      clear={
        isFiltered ? (
          <Link to="/organizations" search={{ on }} className={buttonStyle({ variant: "text" })}>
            条件を消す
          </Link>
        ) : null
      }
    >
      <TextField type="search" label="団体名・ふりがな" name="keyword" defaultValue={search.keyword} width="full" />
      <Select
        label="種別"
        name="kind"
        emptyLabel="すべて"
        width="full"
        defaultValue={search.kind}
        options={organizationKinds.map((value) => ({ value, label: organizationMessages.kinds[value] }))}
      />
      <Select
        label="状態"
        name="status"
        emptyLabel="すべて"
        width="full"
        defaultValue={search.status}
        options={organizationStatuses.map((value) => ({ value, label: organizationMessages.statuses[value] }))}
      />
      <Checkbox label="つなぎを受け入れられる団体だけ" name="receives" defaultChecked={search.receives ?? false} />
    </FilterForm>
  );
};

/** The organizations of the city. */
export const OrganizationListPage = ({ search }: { readonly search: OrganizationSearch }) => {
  const { data } = useSuspenseQuery(organizationListOptions(search));
  const { register } = data.abilities;
  return (
    <Stack>
      <PageTitle>団体</PageTitle>
      <PageHeader
        title="団体"
        lead="市内で活動する団体の登録と、つなぎの受入許可を確かめます。"
        actions={
          <AbilityLink
            ability={register}
            label="団体を登録する"
            variant="primary"
            link={(props) => <Link to="/organizations/new" {...props} />}
          />
        }
      />
      <TraitCounts search={search} />
      <QueryTable
        caption="団体の一覧"
        counter="団体"
        rows={data.items}
        rowKey={(row) => row.id}
        columns={columns}
        total={data.total}
        page={data.page}
        pageSize={data.pageSize}
        filters={<Filters search={search} />}
        empty={{
          title: "条件に合う団体はありません",
          body: "ことばを短くするか、条件を減らしてください。まだ登録のない団体は、「団体を登録する」から登録できます。",
        }}
        link={(page, props) => <Link to="/organizations" search={{ ...search, page }} {...props} />}
      />
    </Stack>
  );
};
