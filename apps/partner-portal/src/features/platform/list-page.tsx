import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { platformMessages } from "@tsunagari/messages";
import { dateText, PageTitle } from "@tsunagari/portal";
import { Card, DescriptionList, EmptyState, itemLinkStyle, PageHeader, Stack, StatusBadge } from "@tsunagari/ui";
import { isOurs, membershipTones, operatorsText } from "./looks.ts";
import { platformListOptions, type Platform } from "./queries.ts";

const { fields, membershipStatuses, membershipSteps, statuses } = platformMessages;

type Shown = { readonly platform: Platform };

const Badge = ({ platform: { membership, status } }: Shown) => {
  if (membership !== null) {
    return <StatusBadge tone={membershipTones[membership.status]}>{membershipStatuses[membership.status]}</StatusBadge>;
  }
  return status === "preparing" ? <StatusBadge tone="info">{statuses.preparing}</StatusBadge> : null;
};

const sinceItem = ({ membership }: Platform) =>
  membership?.status === "active" && membership.sinceOn !== null
    ? [{ term: "参加した日", detail: dateText(membership.sinceOn) }]
    : [];

const Item = ({ platform }: Shown) => (
  <Card
    level={3}
    title={
      <Link to="/platforms/$platformId" params={{ platformId: platform.id }} className={itemLinkStyle}>
        {platform.name}
      </Link>
    }
    aside={<Badge platform={platform} />}
  >
    {platform.membership === null ? null : <p>{membershipSteps[platform.membership.status]}</p>}
    <DescriptionList
      isDense
      items={[
        ...sinceItem(platform),
        { term: fields.areaIds, detail: platform.areaNames.join("、") },
        { term: fields.operators, detail: operatorsText(platform) },
        { term: "参加団体", detail: `${platform.memberCount}団体` },
      ]}
    />
  </Card>
);

const Group = ({ title, platforms }: { readonly title: string; readonly platforms: readonly Platform[] }) =>
  platforms.length === 0 ? null : (
    <section className="flex flex-col gap-4">
      <h2 className="text-std-20B-150">{title}</h2>
      {platforms.map((platform) => (
        <Item key={platform.id} platform={platform} />
      ))}
    </section>
  );

/** Where the organization belongs, and where it could. */
export const PlatformListPage = () => {
  const { data: platforms } = useSuspenseQuery(platformListOptions);
  const ours = platforms.filter(isOurs);
  const others = platforms.filter((platform) => !isOurs(platform));
  return (
    <Stack>
      <PageTitle>プラットフォーム</PageTitle>
      <PageHeader title="プラットフォーム" lead={platformMessages.about} />
      {platforms.length === 0 ? (
        <EmptyState title="プラットフォームはまだありません" icon="platform">
          地域のプラットフォームができると、ここに並び、参加を申し込めます。
        </EmptyState>
      ) : null}
      {ours.length === 0 && others.length > 0 ? (
        <EmptyState title="まだ、どのプラットフォームにも参加していません" icon="platform">
          下から、活動している地域のプラットフォームを選んで、参加を申し込めます。
        </EmptyState>
      ) : null}
      <Group title="参加している・申し込んでいるところ" platforms={ours} />
      <Group title={ours.length === 0 ? "参加できるところ" : "ほかのプラットフォーム"} platforms={others} />
    </Stack>
  );
};
