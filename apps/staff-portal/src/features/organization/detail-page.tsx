import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { organizationMessages } from "@tsunagari/messages";
import { PageTitle, useSession } from "@tsunagari/portal";
import { Breadcrumbs, buttonStyle, Card, Columns, PageHeader, Stack, StatusBadge } from "@tsunagari/ui";
import { ActivitiesCard } from "./activities-card.tsx";
import { statusTones } from "./looks.ts";
import { PermissionCard, PermissionHistoryCard } from "./permission-card.tsx";
import { PlacesCard } from "./places-card.tsx";
import { PlatformsCard } from "./platforms-card.tsx";
import { ProfileCard } from "./profile-card.tsx";
import { organizationOptions } from "./queries.ts";
import { StatusCard } from "./status-card.tsx";
import { TraitsCard } from "./traits-card.tsx";

/** The people who work for it are the administrator's to see. */
const PeopleCard = ({ organizationId }: { readonly organizationId: string }) => {
  const { roles } = useSession();
  if (!roles.some((role) => role.code === "platformAdministrator")) return null;
  return (
    <Card title="団体ポータルの利用者" lead="代表や受入担当の登録は、「利用者」で行います。">
      <div className="flex flex-col gap-3">
        <Link to="/users" search={{ organizationId }} className={buttonStyle()}>
          この団体の利用者を見る
        </Link>
        <Link to="/users/new" search={{ portal: "partner", organizationId }} className={buttonStyle()}>
          この団体の利用者を登録する
        </Link>
      </div>
    </Card>
  );
};

/** One organization: what is public of it, what it may do, and what the city decides. */
export const OrganizationPage = ({ organizationId }: { readonly organizationId: string }) => {
  const { data: organization } = useSuspenseQuery(organizationOptions(organizationId));
  return (
    <Stack>
      <PageTitle>{organization.name}</PageTitle>
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/organizations">
                団体
              </Link>,
            ]}
            current={organization.name}
          />
        }
        title={organization.name}
        lead={organization.nameKana}
        status={
          <StatusBadge tone={statusTones[organization.status]}>
            {organizationMessages.statuses[organization.status]}
          </StatusBadge>
        }
      />
      <Columns
        aside={
          <>
            <PermissionCard organization={organization} />
            <PeopleCard organizationId={organizationId} />
            <StatusCard organization={organization} />
          </>
        }
      >
        <ProfileCard organization={organization} />
        <ActivitiesCard organizationId={organizationId} />
        <PlacesCard organization={organization} />
        <PlatformsCard organizationId={organizationId} />
        <TraitsCard organization={organization} />
        <PermissionHistoryCard organization={organization} />
      </Columns>
    </Stack>
  );
};
