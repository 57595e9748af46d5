import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { PlatformStatus } from "@tsunagari/domain/platform";
import { platformMessages } from "@tsunagari/messages";
import { eraDateText, PageTitle, useSession } from "@tsunagari/portal";
import {
  Breadcrumbs,
  buttonStyle,
  Card,
  ChipList,
  DescriptionList,
  NotificationBanner,
  PageHeader,
  Stack,
  StatusBadge,
  type StatusTone,
} from "@tsunagari/ui";
import { MembersCard } from "./members-card.tsx";
import { ParticipantCards } from "./participants-card.tsx";
import { platformOptions, type Platform } from "./queries.ts";
import type { AsOfSearch } from "./search.ts";

const { statuses, fields, operatorRoles } = platformMessages;
const tones: Readonly<Record<PlatformStatus, StatusTone>> = { preparing: "info", active: "success", closed: "quiet" };

const AboutCard = ({ platform }: { readonly platform: Platform }) => (
  <Card title="プラットフォームについて">
    <DescriptionList
      items={[
        { term: fields.description, detail: <p className="whitespace-pre-line">{platform.description}</p> },
        { term: fields.areaIds, detail: <ChipList label={fields.areaIds} items={platform.areaNames} /> },
        {
          term: fields.operators,
          detail: platform.operators.map(({ name, role }) => `${name}（${operatorRoles[role]}）`).join("、"),
        },
        { term: fields.sinceOn, detail: eraDateText(platform.sinceOn) },
      ]}
    />
  </Card>
);

type PlatformPageProps = { readonly platformId: string; readonly search: AsOfSearch };

/** One area platform: what it covers, who runs it, who belongs. */
export const PlatformPage = ({ platformId, search }: PlatformPageProps) => {
  const { today } = useSession();
  const { data: platform } = useSuspenseQuery(platformOptions(platformId));
  const waiting = platform.applicationCount ?? 0;
  return (
    <Stack>
      <PageTitle>{platform.name}</PageTitle>
      <PageHeader
        title={platform.name}
        lead="運営する人、参加している団体・機関・個人、参加の申込みを確かめます。"
        status={<StatusBadge tone={tones[platform.status]}>{statuses[platform.status]}</StatusBadge>}
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/platforms" search={search}>
                プラットフォーム
              </Link>,
            ]}
            current={platform.name}
          />
        }
      />
      {waiting === 0 ? null : (
        <NotificationBanner
          tone="warning"
          title={`参加の申込みが${waiting}件、返事を待っています`}
          actions={
            <Link to="/platforms/applications" className={buttonStyle({ variant: "primary", size: "small" })}>
              参加の申込みを見る
            </Link>
          }
        />
      )}
      <AboutCard platform={platform} />
      <MembersCard platform={platform} on={search.on ?? today} />
      <ParticipantCards platform={platform} on={search.on ?? today} />
    </Stack>
  );
};
