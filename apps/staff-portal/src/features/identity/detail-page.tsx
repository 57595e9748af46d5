import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { identityMessages } from "@tsunagari/messages";
import { PageTitle } from "@tsunagari/portal";
import { Breadcrumbs, Card, Columns, DescriptionList, linkStyle, PageHeader, Stack, StatusBadge } from "@tsunagari/ui";
import { PasswordCard, StatusCard } from "./account-cards.tsx";
import { userOptions, type User } from "./queries.ts";
import { RolesCard } from "./roles-card.tsx";

const { fields, portals, statuses } = identityMessages;

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
        status={
          <StatusBadge tone={user.status === "active" ? "success" : "quiet"}>{statuses[user.status]}</StatusBadge>
        }
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
            <PasswordCard user={user} />
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
