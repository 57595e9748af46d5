import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { platformMessages } from "@tsunagari/messages";
import { dateText, PageTitle } from "@tsunagari/portal";
import { Breadcrumbs, Card, ChipList, DescriptionList, PageHeader, Stack, StatusBadge } from "@tsunagari/ui";
import { membershipTones, operatorsText } from "./looks.ts";
import { MembersCard } from "./members-card.tsx";
import { LeaveCard, MembershipCard } from "./membership-card.tsx";
import { ParticipantsCard } from "./participants-card.tsx";
import { platformOptions } from "./queries.ts";

const { about, fields, membershipStatuses, statuses } = platformMessages;

/** One platform: what it is, who runs it, who belongs, and the way in and out. */
export const PlatformPage = ({ platformId }: { readonly platformId: string }) => {
  const { data: platform } = useSuspenseQuery(platformOptions(platformId));
  const { membership } = platform;
  return (
    <Stack>
      <PageTitle>{platform.name}</PageTitle>
      <PageHeader
        title={platform.name}
        lead={membership?.status === "active" ? "参加している地域のなかまと、運営の連絡先です。" : about}
        status={
          <div className="flex flex-wrap gap-2">
            {membership === null ? null : (
              <StatusBadge tone={membershipTones[membership.status]}>
                {membershipStatuses[membership.status]}
              </StatusBadge>
            )}
            {platform.status === "active" ? null : <StatusBadge tone="info">{statuses[platform.status]}</StatusBadge>}
          </div>
        }
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/platforms">
                プラットフォーム
              </Link>,
            ]}
            current={platform.name}
          />
        }
      />
      <MembershipCard platform={platform} />
      <Card title="プラットフォームについて">
        <DescriptionList
          items={[
            { term: fields.description, detail: <p className="whitespace-pre-line">{platform.description}</p> },
            { term: fields.areaIds, detail: <ChipList label={fields.areaIds} items={platform.areaNames} /> },
            { term: fields.operators, detail: operatorsText(platform) },
            { term: fields.sinceOn, detail: dateText(platform.sinceOn) },
          ]}
        />
      </Card>
      <MembersCard platform={platform} />
      {platform.abilities.listMembers === true ? <ParticipantsCard platformId={platform.id} /> : null}
      <LeaveCard platform={platform} />
    </Stack>
  );
};
