import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { activityMessages } from "@tsunagari/messages";
import { type Ability, AbilityLink, dateText, instantText, PageTitle } from "@tsunagari/portal";
import {
  buttonStyle,
  Card,
  EmptyState,
  itemLinkStyle,
  NotificationBanner,
  PageHeader,
  Pagination,
  Stack,
  StatusBadge,
} from "@tsunagari/ui";
import { ConfirmUnchanged } from "./confirm-unchanged.tsx";
import { asksForConfirmation, nextStepOf, placesText, statusTones, workingTones } from "./looks.ts";
import { activityListOptions, begunOptions, type ActivityListItem } from "./queries.ts";
import type { ActivitySearch } from "./search.ts";

const { statuses, versionStatuses, freshnessShort, categories } = activityMessages;
/** So many are seen at a glance; filters would only be in the way. */
const fewest = 5;
const filters = [undefined, "published", "submitted", "returned", "draft", "ended"] as const;

const Badges = ({ item }: { readonly item: ActivityListItem }) => (
  <>
    <StatusBadge tone={statusTones[item.status]}>{statuses[item.status]}</StatusBadge>
    {item.status === "published" && item.workingStatus !== null ? (
      <StatusBadge tone={workingTones[item.workingStatus]}>{versionStatuses[item.workingStatus]}</StatusBadge>
    ) : null}
    {item.freshness === null || item.freshness === "fresh" ? null : (
      <StatusBadge tone={item.freshness === "due" ? "info" : "warning"}>{freshnessShort[item.freshness]}</StatusBadge>
    )}
  </>
);

const Item = ({ item }: { readonly item: ActivityListItem }) => (
  <Card
    title={
      <Link to="/activities/$activityId" params={{ activityId: item.id }} search={{}} className={itemLinkStyle}>
        {item.title}
      </Link>
    }
    aside={<Badges item={item} />}
  >
    <p>{nextStepOf(item)}</p>
    <p className="text-solid-gray-700">
      {[
        categories[item.category],
        ...(item.nextOn === null ? [] : [`次の開催は${dateText(item.nextOn)}`]),
        ...(item.status === "published" ? [`つなぎ：${placesText(item)}`] : []),
      ].join("／")}
    </p>
    {asksForConfirmation(item) ? <ConfirmUnchanged activity={item} ability={item.abilities.confirm} /> : null}
  </Card>
);

const Filters = () => (
  <nav aria-label="状態でしぼりこむ">
    <ul className="flex flex-wrap gap-2">
      {filters.map((status) => (
        <li key={status ?? "all"}>
          <Link
            to="/activities"
            search={status === undefined ? {} : { status }}
            resetScroll={false}
            activeOptions={{ exact: true, includeSearch: true }}
            className="inline-flex min-h-11 items-center rounded-full border border-solid-gray-420 bg-white px-4 text-oln-16N-100 hover:border-black hover:underline aria-[current=page]:border-key-900 aria-[current=page]:bg-key-50 aria-[current=page]:text-key-1000 aria-[current=page]:font-bold"
          >
            {status === undefined ? "すべて" : statuses[status]}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);

const Begun = () => {
  const { data: draft } = useSuspenseQuery(begunOptions);
  return draft === null ? null : (
    <NotificationBanner
      tone="info"
      title="書きかけの新しい活動があります"
      actions={
        <Link to="/activities/new" className={buttonStyle({ variant: "primary", size: "small" })}>
          続きを書く
        </Link>
      }
    >
      {instantText(draft.savedAt)}まで書いたものです。{dateText(draft.keptUntilOn)}まで残ります。
    </NotificationBanner>
  );
};

const First = ({ ability }: { readonly ability: Ability }) => (
  <EmptyState
    title="最初の活動を載せましょう"
    icon="activity"
    action={
      <AbilityLink
        ability={ability}
        label={activityMessages.actions.create}
        variant="primary"
        size="large"
        link={(props) => <Link to="/activities/new" {...props} />}
      />
    }
  >
    いつ・どこで・だれのための活動かを書いて申し込むと、市が確認して、市の公開ページに載ります。途中でやめても、書いたところまで残ります。
  </EmptyState>
);

const None = ({ status }: { readonly status: NonNullable<ActivitySearch["status"]> }) => (
  <EmptyState
    title={`「${statuses[status]}」の活動はありません`}
    icon="activity"
    action={
      <Link to="/activities" search={{}} className={buttonStyle()}>
        すべての活動を見る
      </Link>
    }
  />
);

/** The organization's own activities, each with what to do next. */
export const ActivityListPage = ({ search }: { readonly search: ActivitySearch }) => {
  const { data } = useSuspenseQuery(activityListOptions(search));
  const isEmpty = data.total === 0 && search.status === undefined;
  return (
    <Stack>
      <PageTitle>活動</PageTitle>
      <PageHeader
        title="活動"
        lead="団体が載せている活動です。日にちや場所を変えるときも、ここから選びます。"
        actions={
          isEmpty ? undefined : (
            <AbilityLink
              ability={data.abilities.create}
              label="新しい活動をつくる"
              variant="primary"
              link={(props) => <Link to="/activities/new" {...props} />}
            />
          )
        }
      />
      <Begun />
      {isEmpty ? (
        <First ability={data.abilities.create} />
      ) : (
        <div className="flex flex-col gap-5">
          {data.total > fewest || search.status !== undefined ? <Filters /> : null}
          <p aria-live="polite">
            <span className="text-std-18B-160 tabular-nums">{data.total}</span>件
          </p>
          {search.status !== undefined && data.total === 0 ? (
            <None status={search.status} />
          ) : (
            data.items.map((item) => <Item key={item.id} item={item} />)
          )}
          <Pagination
            page={data.page}
            pageCount={Math.ceil(data.total / data.pageSize)}
            link={(page, props) => <Link to="/activities" search={{ ...search, page }} {...props} />}
          />
        </div>
      )}
    </Stack>
  );
};
