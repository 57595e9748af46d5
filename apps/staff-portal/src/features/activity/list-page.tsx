import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { activityMessages } from "@tsunagari/messages";
import { FilterForm, PageTitle, QueryTable, shortDateText } from "@tsunagari/portal";
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
import { freshnessTones, placesText, statusTones } from "./looks.ts";
import { activityListOptions, type ActivityListItem } from "./queries.ts";
import { ActivitySearch } from "./search.ts";

/** Drafts are the organization's own. */
const shownStatuses = ["published", "submitted", "returned", "ended"] as const;

const StatusCell = ({ row }: { readonly row: ActivityListItem }) => (
  <div className="flex flex-col items-start gap-1">
    <StatusBadge tone={statusTones[row.status]}>{activityMessages.statuses[row.status]}</StatusBadge>
    {row.status === "published" && row.workingStatus === "submitted" ? (
      <StatusBadge tone="warning">{activityMessages.versionStatuses.submitted}</StatusBadge>
    ) : null}
    {row.freshness === null || row.freshness === "fresh" ? null : (
      <StatusBadge tone={freshnessTones[row.freshness]}>{activityMessages.freshnessShort[row.freshness]}</StatusBadge>
    )}
  </div>
);

const columns: readonly TableColumn<ActivityListItem>[] = [
  {
    key: "title",
    header: "活動",
    isRowHeader: true,
    cell: (row) => (
      <>
        <Link to="/activities/$activityId" params={{ activityId: row.id }} className={itemLinkStyle}>
          {row.title}
        </Link>
        <span className="block font-normal text-solid-gray-700 text-dns-16N-130">{row.organizationName}</span>
      </>
    ),
  },
  { key: "category", header: "種類", cell: (row) => activityMessages.categories[row.category] },
  { key: "status", header: "状態", isNarrow: true, cell: (row) => <StatusCell row={row} /> },
  {
    key: "next",
    header: "次の開催",
    isNarrow: true,
    cell: (row) => (row.nextOn === null ? "—" : shortDateText(row.nextOn)),
  },
  { key: "places", header: "つなぎの受入", isNarrow: true, cell: placesText },
];

const Filters = ({ search }: { readonly search: ActivitySearch }) => {
  const navigate = useNavigate();
  const { page: _page, ...conditions } = search;
  const isFiltered = Object.values(conditions).some((value) => value !== undefined);
  return (
    <FilterForm
      label="活動をさがす"
      state={JSON.stringify(conditions)}
      onApply={(values) =>
        void navigate({
          to: "/activities",
          search: ActivitySearch.parse({ ...values, organizationId: search.organizationId }),
        })
      }
      clear={
        isFiltered ? (
          <Link to="/activities" search={{}} className={buttonStyle({ variant: "text" })}>
            条件を消す
          </Link>
        ) : null
      }
    >
      <TextField
        type="search"
        label="活動・団体・場所のことば"
        name="keyword"
        defaultValue={search.keyword}
        width="full"
      />
      <Select
        label="状態"
        name="status"
        emptyLabel="すべて"
        width="full"
        defaultValue={search.status}
        options={shownStatuses.map((value) => ({ value, label: activityMessages.statuses[value] }))}
      />
      <Checkbox label="つなぎを送れる活動だけ" name="receives" defaultChecked={search.receives ?? false} />
    </FilterForm>
  );
};

/** The activities of the city, for those who refer people to them and those who keep them right. */
export const ActivityListPage = ({ search }: { readonly search: ActivitySearch }) => {
  const { data } = useSuspenseQuery(activityListOptions(search));
  return (
    <Stack>
      <PageTitle>活動</PageTitle>
      <PageHeader
        title="活動"
        lead="団体が載せている活動です。つなぎを受け入れるか、あと何名受け入れられるかも確かめられます。"
      />
      <QueryTable
        caption="活動の一覧"
        rows={data.items}
        rowKey={(row) => row.id}
        columns={columns}
        total={data.total}
        page={data.page}
        pageSize={data.pageSize}
        filters={<Filters search={search} />}
        empty={{
          title: "条件に合う活動はありません",
          body: "ことばを短くするか、条件を減らしてください。下書きの活動は、団体だけが見られます。",
        }}
        link={(page, props) => <Link to="/activities" search={{ ...search, page }} {...props} />}
      />
    </Stack>
  );
};
