import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { meetingMessages } from "@tsunagari/messages";
import { AbilityLink, PageTitle, QueryTable } from "@tsunagari/portal";
import { itemLinkStyle, PageHeader, Stack, StatusBadge, type TableColumn } from "@tsunagari/ui";
import { CountCard } from "./count-card.tsx";
import { meetingName, statusTones, whenText } from "./looks.ts";
import { meetingListOptions, type MeetingListItem } from "./queries.ts";
import { shownKind, type MeetingSearch, type ShownKind } from "./search.ts";

const { statuses, fields, actions, empty } = meetingMessages;

const columns: readonly TableColumn<MeetingListItem>[] = [
  {
    key: "when",
    header: "日時",
    isRowHeader: true,
    cell: (row) => (
      <Link to="/meetings/$meetingId" params={{ meetingId: row.id }} className={itemLinkStyle}>
        {whenText(row)}
      </Link>
    ),
  },
  { key: "name", header: "会議", cell: meetingName },
  { key: "place", header: fields.place, cell: (row) => row.place ?? "—" },
  { key: "members", header: "構成", isNarrow: true, cell: (row) => `${row.members.length}部署・機関` },
  {
    key: "status",
    header: "状態",
    isNarrow: true,
    cell: (row) => <StatusBadge tone={statusTones[row.status]}>{statuses[row.status]}</StatusBadge>,
  },
];

const choices: readonly (readonly [ShownKind, string])[] = [
  ["scheduled", "これからの会議"],
  ["held", statuses.held],
  ["canceled", statuses.canceled],
  ["all", "すべて"],
];

const choiceStyle = "inline-flex min-h-11 items-center rounded-full border px-4";

const Choices = ({ search }: { readonly search: MeetingSearch }) => (
  <nav aria-label="表示する会議">
    <ul className="flex flex-wrap gap-2">
      {choices.map(([kind, text]) => (
        <li key={kind}>
          {shownKind(search) === kind ? (
            <span
              aria-current="true"
              className={`${choiceStyle} border-key-900 bg-key-900 font-bold text-white forced-colors:outline-2 forced-colors:outline-[Highlight]`}
            >
              {text}
            </span>
          ) : (
            <Link
              to="/meetings"
              search={{ year: search.year, show: kind === "scheduled" ? undefined : kind }}
              resetScroll={false}
              className={`${choiceStyle} border-solid-gray-420 bg-white hover:bg-key-50 hover:underline`}
            >
              {text}
            </Link>
          )}
        </li>
      ))}
    </ul>
  </nav>
);

/** The calendar of consented meetings, and what the city has to count. */
export const MeetingListPage = ({ search }: { readonly search: MeetingSearch }) => {
  const { data } = useSuspenseQuery(meetingListOptions(search));
  const { convene } = data.abilities;
  return (
    <Stack>
      <PageTitle>会議</PageTitle>
      <PageHeader
        title="会議"
        lead="本人の同意を得て、関係する部署・機関が支援を話し合う会議です。"
        actions={
          <AbilityLink
            ability={convene}
            label={actions.convene}
            variant="primary"
            link={(props) => <Link to="/meetings/new" {...props} />}
          />
        }
      />
      <QueryTable
        caption="会議の一覧"
        counter="件"
        filters={<Choices search={search} />}
        rows={data.items}
        rowKey={(row) => row.id}
        columns={columns}
        total={data.total}
        page={data.page}
        pageSize={data.pageSize}
        empty={{
          title: shownKind(search) === "scheduled" ? empty.list : "ここに並ぶ会議はありません。",
          body: "会議を招集すると、ここに並びます。招集してから、話し合うケースを議題に加えます。",
        }}
        link={(page, props) => <Link to="/meetings" search={{ ...search, page }} {...props} />}
      />
      <CountCard search={search} />
    </Stack>
  );
};
