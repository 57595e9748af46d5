import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { instantText, PageTitle, PublicPreview } from "@tsunagari/portal";
import {
  Breadcrumbs,
  buttonStyle,
  Card,
  Columns,
  DescriptionList,
  EmptyState,
  linkStyle,
  PageHeader,
  Stack,
  StatusBadge,
  Tabs,
} from "@tsunagari/ui";
import { ChangeList } from "./change-list.tsx";
import { DecisionCard } from "./decision-card.tsx";
import { activityOptions, type Activity, type Working } from "./queries.ts";
import type { ApprovalSearch } from "./search.ts";

type Submitted = { readonly activity: Activity; readonly working: Working };

const Preview = ({ activity, working }: Submitted) => (
  <Card title="公開ページの見え方" lead="認めると、この内容がだれでも見られるようになります。">
    <PublicPreview content={working.content} organizationName={activity.organization.name} />
  </Card>
);

const Looking = ({ activity, working, view }: Submitted & { readonly view: ApprovalSearch["view"] }) => {
  const navigate = useNavigate();
  if (activity.published === null) return <Preview activity={activity} working={working} />;
  return (
    <Tabs
      label="申込みの見方"
      selected={view ?? "changes"}
      onSelect={(id) =>
        void navigate({
          to: "/approvals/$activityId",
          params: { activityId: activity.id },
          search: { view: id === "preview" ? "preview" : undefined },
          replace: true,
          resetScroll: false,
        })
      }
      items={[
        {
          id: "changes",
          label: "変更点",
          count: working.changes.length,
          content: <ChangeList published={activity.published} working={working} />,
        },
        { id: "preview", label: "公開ページの見え方", content: <Preview activity={activity} working={working} /> },
      ]}
    />
  );
};

const About = ({ activity, working }: Submitted) => (
  <Card title="申込みについて">
    <DescriptionList
      isDense
      items={[
        {
          term: "団体",
          detail: (
            <Link
              to="/organizations/$organizationId"
              params={{ organizationId: activity.organization.id }}
              className={linkStyle}
            >
              {activity.organization.name}
            </Link>
          ),
        },
        { term: "申込み", detail: activity.published === null ? "新しい活動" : "公開中の活動の変更" },
        { term: "申し込まれた日時", detail: working.submittedAt === null ? null : instantText(working.submittedAt) },
      ]}
    />
  </Card>
);

const NothingWaits = ({ activity }: { readonly activity: Activity }) => (
  <EmptyState
    title="確認を待っている申込みはありません"
    icon="approval"
    action={
      <>
        <Link to="/approvals" className={buttonStyle({ variant: "primary" })}>
          活動の承認へ戻る
        </Link>
        <Link to="/activities/$activityId" params={{ activityId: activity.id }} className={buttonStyle()}>
          この活動を見る
        </Link>
      </>
    }
  >
    すでに認められたか、団体が申込みを取り下げました。
  </EmptyState>
);

type ApprovalPageProps = { readonly activityId: string; readonly view: ApprovalSearch["view"] };

/** One submitted activity: what changes, how it will look, and the decision. */
export const ApprovalPage = ({ activityId, view }: ApprovalPageProps) => {
  const { data: activity } = useSuspenseQuery(activityOptions(activityId));
  const working = activity.working?.status === "submitted" ? activity.working : null;
  const title = working?.content.title ?? activity.published?.title ?? "活動";
  return (
    <Stack>
      <PageTitle>{`${title}の承認`}</PageTitle>
      <PageHeader
        title={title}
        lead="公開されている内容と、変わるところを見くらべて、公開するか、直してもらうかを決めます。"
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/approvals">
                活動の承認
              </Link>,
            ]}
            current={title}
          />
        }
        status={working === null ? undefined : <StatusBadge tone="warning">市の確認待ち</StatusBadge>}
      />
      {working === null ? (
        <NothingWaits activity={activity} />
      ) : (
        <Columns
          aside={
            <>
              <About activity={activity} working={working} />
              <DecisionCard activity={activity} />
            </>
          }
        >
          <Looking activity={activity} working={working} view={view} />
        </Columns>
      )}
    </Stack>
  );
};
