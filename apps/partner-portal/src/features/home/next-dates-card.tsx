import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { shortDateText } from "@tsunagari/portal";
import { Card, linkStyle } from "@tsunagari/ui";
import { activitiesOptions, type ActivityItem } from "./queries.ts";

const shown = 5;

/** The coming dates, the nearest first. */
export const nextDatesOf = (items: readonly ActivityItem[]) =>
  items
    .flatMap(({ id, title, nextOn }) => (nextOn === null ? [] : [{ id, title, nextOn }]))
    .toSorted((a, b) => a.nextOn.localeCompare(b.nextOn))
    .slice(0, shown);

/** When the organization's own activities take place next. */
export const NextDatesCard = ({ organizationId }: { readonly organizationId: string }) => {
  const { data } = useSuspenseQuery(activitiesOptions(organizationId));
  const dates = nextDatesOf(data.items);
  return (
    <Card
      title="これからの活動の日"
      footer={
        <Link to="/activities" className={linkStyle}>
          活動の一覧を見る
        </Link>
      }
    >
      {dates.length === 0 ? (
        <p>日の決まった活動はありません。公開中の活動に日時を入れると、ここに次の日が出ます。</p>
      ) : (
        <ol className="flex flex-col divide-y divide-solid-gray-200">
          {dates.map(({ id, title, nextOn }) => (
            <li key={id} className="flex flex-col gap-1 py-3 first:pt-0 last:pb-0">
              <span className="text-std-16B-170 tabular-nums">{shortDateText(nextOn)}</span>
              <Link to="/activities/$activityId" params={{ activityId: id }} className={linkStyle}>
                {title}
              </Link>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
};
