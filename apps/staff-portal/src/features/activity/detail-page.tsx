import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { activityMessages } from "@tsunagari/messages";
import { announce, ConfirmAction, eraDateText, PageTitle, PublicPreview, useSession } from "@tsunagari/portal";
import {
  Breadcrumbs,
  buttonStyle,
  Card,
  Columns,
  DescriptionList,
  linkStyle,
  NotificationBanner,
  PageHeader,
  Stack,
  StatusBadge,
  TextLink,
} from "@tsunagari/ui";
import { client } from "../../client.ts";
import { freshnessTones, placesText, statusTones } from "./looks.ts";
import { activityOptions, type Activity } from "./queries.ts";

type Shown = { readonly activity: Activity };

const { actions, decisionEffects, otherFields } = activityMessages;

const ReferralCard = ({ activity }: Shown) => (
  <Card title="つなぎの受入" lead="受け入れるかどうかと人数は、団体が決めます。">
    <DescriptionList
      isDense
      items={[
        { term: "受入", detail: activity.acceptsReferrals ? "受け入れる" : "受け入れない" },
        {
          term: "人数",
          detail: activity.referralCapacity === null ? "上限なし" : `${activity.referralCapacity}名まで`,
        },
        { term: "受入中", detail: `${activity.referralPlacesTaken}名` },
        { term: "空き", detail: placesText(activity) },
      ]}
    />
  </Card>
);

const FreshnessCard = ({ activity }: Shown) => (
  <Card title="内容の確認">
    <DescriptionList
      isDense
      items={[
        {
          term: otherFields.verifiedOn,
          detail: activity.verifiedOn === null ? null : eraDateText(activity.verifiedOn),
        },
        {
          term: "状態",
          detail:
            activity.freshness === null ? null : (
              <StatusBadge tone={freshnessTones[activity.freshness]}>
                {activityMessages.freshnessShort[activity.freshness]}
              </StatusBadge>
            ),
        },
      ]}
    />
    <ConfirmAction
      ability={activity.abilities.confirm}
      label={actions.confirm}
      variant="secondary"
      title="内容に変わりがないことを確かめましたか"
      effect={decisionEffects.confirm}
      send={(requestId) =>
        client.activity.confirm.mutate({ requestId, activityId: activity.id, version: activity.version })
      }
      onDone={() => announce("変更がないことを確認しました")}
    />
  </Card>
);

const EndCard = ({ activity }: Shown) =>
  activity.status === "ended" ? null : (
    <Card title="掲載の終わり">
      <ConfirmAction
        ability={activity.abilities.end}
        label={actions.end}
        variant="text"
        isDangerous
        title="この活動を終了しますか"
        effect={decisionEffects.end}
        send={(requestId) =>
          client.activity.end.mutate({ requestId, activityId: activity.id, version: activity.version })
        }
        onDone={() => announce("活動を終了しました")}
      />
    </Card>
  );

const Waiting = ({ activity }: Shown) =>
  activity.working?.status !== "submitted" ? null : (
    <NotificationBanner
      tone="warning"
      title={activity.published === null ? "公開の申込みが、確認を待っています" : "内容の変更が、確認を待っています"}
      actions={
        <Link
          to="/approvals/$activityId"
          params={{ activityId: activity.id }}
          search={{}}
          className={buttonStyle({ variant: "primary", size: "small" })}
        >
          申込みを確認する
        </Link>
      }
    />
  );

const Content = ({ activity }: Shown) => {
  const { city } = useSession();
  const content = activity.published ?? activity.working?.content ?? null;
  if (content === null) return null;
  return (
    <Card
      title={activity.published === null ? "申し込まれた内容" : "公開の内容"}
      aside={
        activity.isPublic ? (
          <TextLink href={`/${city.slug}/activities/${activity.id}`}>公開ページを開く</TextLink>
        ) : (
          <StatusBadge tone="quiet">今は公開されていません</StatusBadge>
        )
      }
    >
      <PublicPreview content={content} organizationName={activity.organization.name} />
    </Card>
  );
};

/** One activity as staff meet it. */
export const ActivityPage = ({ activityId }: { readonly activityId: string }) => {
  const { data: activity } = useSuspenseQuery(activityOptions(activityId));
  const title = activity.published?.title ?? activity.working?.content.title ?? "活動";
  return (
    <Stack>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/activities">
                活動
              </Link>,
            ]}
            current={title}
          />
        }
        lead={
          <Link
            to="/organizations/$organizationId"
            params={{ organizationId: activity.organization.id }}
            className={linkStyle}
          >
            {activity.organization.name}
          </Link>
        }
        status={
          <StatusBadge tone={statusTones[activity.status]}>{activityMessages.statuses[activity.status]}</StatusBadge>
        }
      />
      <Waiting activity={activity} />
      <Columns
        aside={
          <>
            <ReferralCard activity={activity} />
            <FreshnessCard activity={activity} />
            <EndCard activity={activity} />
          </>
        }
      >
        <Content activity={activity} />
      </Columns>
    </Stack>
  );
};
