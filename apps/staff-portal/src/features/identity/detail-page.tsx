import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { identityMessages } from "@tsunagari/messages";
import { PageTitle } from "@tsunagari/portal";
import { Breadcrumbs, Card, Columns, DescriptionList, linkStyle, PageHeader, Stack } from "@tsunagari/ui";
import { AccessBadge } from "./access-badge.tsx";
import { InvitationCard } from "./invitation-card.tsx";
import { PasswordCard, SecondFactorCard, StatusCard } from "./account-cards.tsx";
import { userOptions, type User } from "./queries.ts";
import { RolesCard } from "./roles-card.tsx";

const { fields, portals } = identityMessages;

const isWaiting = ({ access }: User): boolean =>
  access === "invited" || access === "invitationExpired" || access === "notInvited";

const Belonging = ({ user }: { readonly user: User }) => {
  if (user.departmentName !== null) return <>{user.departmentName}</>;
  if (user.organizationId === null) return <>どこにも属していません</>;
  return (
    <Link to="/organizations/$organizationId" params={{ organizationId: user.organizationId }} className={linkStyle}>
      {user.organizationName}
    </Link>
  );
};

/** One user: where he belongs, what he may do, and the account. */
export const UserPage = ({ userId }: { readonly userId: string }) => {
  const { data: user } = useSuspenseQuery(userOptions(userId));
  return (
    <Stack>
      <PageTitle>{user.name}</PageTitle>
      <PageHeader
        title={user.name}
        lead="この人の役割と、サインインできるかどうかを確かめて、変えます。"
        status={<AccessBadge access={user.access} />}
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/users" search={{}}>
                利用者
              </Link>,
            ]}
            current={user.name}
          />
        }
      />
      <Columns
        aside={
          <>
            {isWaiting(user) ? <InvitationCard user={user} /> : null}
            <PasswordCard user={user} />
            <SecondFactorCard user={user} />
            <StatusCard user={user} />
          </>
        }
      >
        <Card title="登録の内容" lead="見られるのは、プラットフォーム管理者だけです。">
          <DescriptionList
            items={[
              { term: fields.portal, detail: portals[user.portal] },
              { term: "所属", detail: <Belonging user={user} /> },
              { term: fields.mail, detail: user.mail },
            ]}
          />
        </Card>
        <RolesCard user={user} />
      </Columns>
    </Stack>
  );
};
