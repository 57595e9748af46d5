import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { activityMessages } from "@tsunagari/messages";
import { shortDateText } from "@tsunagari/portal";
import { Card, itemLinkStyle, linkStyle, StatusBadge, Table, type TableColumn } from "@tsunagari/ui";
import { activityTones } from "./looks.ts";
import { activitiesOfOptions, type ActivityItem } from "./queries.ts";

const columns: readonly TableColumn<ActivityItem>[] = [
  {
    key: "title",
    header: activityMessages.fields.title,
    isRowHeader: true,
    cell: (row) => (
      <Link to="/activities/$activityId" params={{ activityId: row.id }} className={itemLinkStyle}>
        {row.title}
      </Link>
    ),
  },
  {
    key: "status",
    header: "状態",
    isNarrow: true,
    cell: (row) => <StatusBadge tone={activityTones[row.status]}>{activityMessages.statuses[row.status]}</StatusBadge>,
  },
  {
    key: "next",
    header: "次の開催",
    isNarrow: true,
    cell: (row) => (row.nextOn === null ? "—" : shortDateText(row.nextOn)),
  },
];

/** What the organization does, as far as it was handed in to the city. */
export const ActivitiesCard = ({ organizationId }: { readonly organizationId: string }) => {
  const { data } = useSuspenseQuery(activitiesOfOptions(organizationId));
  return (
    <Card
      title={`活動（${data.total}件）`}
      id="activities"
      aside={
        data.total > data.items.length ? (
          <Link to="/activities" search={{ organizationId }} className={linkStyle}>
            すべて見る
          </Link>
        ) : undefined
      }
    >
      {data.items.length === 0 ? (
        <p>活動はまだありません。団体が団体ポータルで活動をつくり、公開を申し込むと、ここに並びます。</p>
      ) : (
        <Table caption="この団体の活動" isCaptionHidden rows={data.items} rowKey={(row) => row.id} columns={columns} />
      )}
    </Card>
  );
};
