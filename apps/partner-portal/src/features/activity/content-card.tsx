import { useNavigate } from "@tanstack/react-router";
import { activityMessages } from "@tsunagari/messages";
import { PublicPreview, useSession } from "@tsunagari/portal";
import { Card, StatusBadge, Tabs, TextLink } from "@tsunagari/ui";
import type { Activity, Content, Working } from "./queries.ts";
import type { ActivityViewSearch } from "./search.ts";

type Shown = { readonly activity: Activity };

const lookTitle = "公開ページではこう見えます";

const PublicLink = ({ activity }: Shown) => {
  const { city } = useSession();
  return activity.isPublic ? (
    <TextLink href={`/${city.slug}/activities/${activity.id}`}>公開ページを開く</TextLink>
  ) : (
    <StatusBadge tone="quiet">今は公開ページに出ていません</StatusBadge>
  );
};

const PublishedCard = ({ activity, published }: Shown & { readonly published: Content }) => (
  <Card title={lookTitle} aside={<PublicLink activity={activity} />}>
    <PublicPreview content={published} organizationName={activity.organization.name} />
  </Card>
);

const WorkingCard = ({ activity, working }: Shown & { readonly working: Working }) => (
  <Card title={lookTitle} lead="まだ公開されていません。公開されると、だれでも見られるようになります。">
    <PublicPreview content={working.content} organizationName={activity.organization.name} />
  </Card>
);

/** What changes against what is public, and which of it the city looks at (D-15). */
const Changes = ({ working }: { readonly working: Working }) =>
  working.changes.length === 0 ? (
    <p>今、公開されている内容と同じです。</p>
  ) : (
    <ul className="flex flex-col gap-2" aria-label="変えたところ">
      {working.changes.map(({ field, needsApproval }) => (
        <li key={field} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="text-std-16B-170">{activityMessages.fields[field]}</span>
          {needsApproval ? (
            <StatusBadge tone="info">市が確認します</StatusBadge>
          ) : (
            <StatusBadge tone="quiet">確認はいりません</StatusBadge>
          )}
        </li>
      ))}
    </ul>
  );

const WaitingChange = ({ activity, working }: Shown & { readonly working: Working }) => (
  <div className="flex flex-col gap-6">
    <Card title="変えたところ">
      <Changes working={working} />
    </Card>
    <WorkingCard activity={activity} working={working} />
  </div>
);

/** How residents see it: what is public now and, where there is one, what waits. */
export const ContentCard = ({ activity, view }: Shown & ActivityViewSearch) => {
  const navigate = useNavigate();
  const { published, working } = activity;
  if (published === null) return working === null ? null : <WorkingCard activity={activity} working={working} />;
  if (working === null) return <PublishedCard activity={activity} published={published} />;
  return (
    <Tabs
      label="どちらの内容を見るか"
      selected={view ?? "working"}
      onSelect={(id) =>
        void navigate({
          to: "/activities/$activityId",
          params: { activityId: activity.id },
          search: id === "published" ? { view: "published" } : {},
          replace: true,
          resetScroll: false,
        })
      }
      items={[
        { id: "working", label: "変更したあと", content: <WaitingChange activity={activity} working={working} /> },
        {
          id: "published",
          label: "今、公開中の内容",
          content: <PublishedCard activity={activity} published={published} />,
        },
      ]}
    />
  );
};
