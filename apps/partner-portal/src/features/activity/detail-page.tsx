import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { activityMessages } from "@tsunagari/messages";
import { announce, ConfirmAction, dateText, PageTitle } from "@tsunagari/portal";
import { Breadcrumbs, Card, Columns, PageHeader, Stack, StatusBadge } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { ConfirmUnchanged } from "./confirm-unchanged.tsx";
import { ContentCard } from "./content-card.tsx";
import { asksForConfirmation, statusTones, workingTones } from "./looks.ts";
import { activityOptions, type Activity } from "./queries.ts";
import { ReferralCard } from "./referral-card.tsx";
import type { ActivityViewSearch } from "./search.ts";
import { StateCard, titleOf } from "./state-card.tsx";

type Shown = { readonly activity: Activity };

const { actions, confirmSteps, freshnessShort, otherFields, ownerEffects, statuses, versionStatuses } =
  activityMessages;

const Badges = ({ activity }: Shown) => (
  <div className="flex flex-wrap gap-2">
    <StatusBadge tone={statusTones[activity.status]}>{statuses[activity.status]}</StatusBadge>
    {activity.status === "published" && activity.working !== null ? (
      <StatusBadge tone={workingTones[activity.working.status]}>{versionStatuses[activity.working.status]}</StatusBadge>
    ) : null}
  </div>
);

const FreshnessCard = ({ activity }: Shown) => {
  const { freshness, verifiedOn } = activity;
  if (freshness === null || verifiedOn === null) return null;
  return (
    <Card title="内容の確認">
      <p>
        {otherFields.verifiedOn}：{dateText(verifiedOn)}
      </p>
      {freshness === "fresh" ? <p className="text-solid-gray-700">{confirmSteps.fresh}</p> : null}
      {asksForConfirmation(activity) ? (
        <StatusBadge tone="warning">{freshnessShort[freshness]}</StatusBadge>
      ) : (
        <ConfirmUnchanged
          activity={{ id: activity.id, version: activity.version, title: titleOf(activity) }}
          ability={activity.abilities.confirm}
          variant="secondary"
        />
      )}
    </Card>
  );
};

const EndCard = ({ activity }: Shown) =>
  activity.status === "published" ? (
    <Card title="活動をやめるとき">
      <ConfirmAction
        ability={activity.abilities.end}
        label={actions.end}
        variant="secondary"
        isDangerous
        title={`「${titleOf(activity)}」を終了しますか`}
        effect={`${ownerEffects.end}${activity.working === null ? "" : ownerEffects.endWithChange}`}
        send={(requestId) =>
          client.activity.end.mutate({ requestId, activityId: activity.id, version: activity.version })
        }
        onDone={() => announce("活動を終了しました")}
      />
    </Card>
  ) : null;

type ActivityPageProps = { readonly activityId: string } & ActivityViewSearch;

/** One of the organization's activities: where it stands, how residents see it, what can be done. */
export const ActivityPage = ({ activityId, view }: ActivityPageProps) => {
  const { data: activity } = useSuspenseQuery(activityOptions(activityId));
  const title = titleOf(activity);
  return (
    <Stack>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        lead="住民からどう見えているかを確かめます。変わったところは直し、変わりがないときも、そのことを知らせてください。"
        status={<Badges activity={activity} />}
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/activities" search={{}}>
                活動
              </Link>,
            ]}
            current={title}
          />
        }
      />
      <StateCard activity={activity} />
      <Columns
        aside={
          <>
            {activity.status === "ended" ? null : <ReferralCard activity={activity} />}
            <FreshnessCard activity={activity} />
            <EndCard activity={activity} />
          </>
        }
      >
        <ContentCard activity={activity} view={view} />
      </Columns>
    </Stack>
  );
};
