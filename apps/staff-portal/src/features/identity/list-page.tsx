import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { portals, userStatuses } from "@tsunagari/domain/identity";
import { identityMessages } from "@tsunagari/messages";
import { FilterForm, PageTitle, QueryTable } from "@tsunagari/portal";
import {
  buttonStyle,
  itemLinkStyle,
  NotificationBanner,
  PageHeader,
  Select,
  Stack,
  TextField,
  type TableColumn,
} from "@tsunagari/ui";
import { AccessBadge } from "./access-badge.tsx";
import { labelsOptions, pageSize, userListOptions, type Labels, type ListedUser } from "./queries.ts";
import { roleName, scopeName } from "./role-names.ts";
import { UserSearch } from "./search.ts";

const { fields, statuses, portals: portalNames } = identityMessages;

const Roles = ({ user, labels }: { readonly user: ListedUser; readonly labels: Labels }) => {
  const inForce = user.roles.filter((role) => role.isInForce);
  return inForce.length === 0 ? (
    <span className="text-solid-gray-700">役割なし</span>
  ) : (
    <ul>
      {inForce.map((role) => (
        <li key={role.id}>
          {roleName(labels, role.code)}
          {role.scopeKind === "organization" ? null : (
            <span className="text-solid-gray-700">（{scopeName(role)}）</span>
          )}
        </li>
      ))}
    </ul>
  );
};

const columnsFor = (labels: Labels): readonly TableColumn<ListedUser>[] => [
  {
    key: "name",
    header: fields.name,
    isRowHeader: true,
    isNarrow: true,
    cell: (user) => (
      <Link to="/users/$userId" params={{ userId: user.id }} className={itemLinkStyle}>
        {user.name}
      </Link>
    ),
  },
  { key: "portal", header: fields.portal, isNarrow: true, cell: (user) => portalNames[user.portal] },
  { key: "belongs", header: "所属", cell: (user) => user.departmentName ?? user.organizationName ?? "—" },
  { key: "roles", header: fields.code, cell: (user) => <Roles user={user} labels={labels} /> },
  {
    key: "status",
    header: "状態",
    isNarrow: true,
    cell: (user) => <AccessBadge access={user.access} />,
  },
];

const Filters = ({ search }: { readonly search: UserSearch }) => {
  const navigate = useNavigate();
  const { page: _page, ...conditions } = search;
  const isFiltered = Object.values(conditions).some((value) => value !== undefined);
  const { organizationId } = search;
  return (
    <FilterForm
      label="利用者をさがす"
      state={JSON.stringify(conditions)}
      onApply={(values) => void navigate({ to: "/users", search: UserSearch.parse({ ...values, organizationId }) })}
      clear={
        isFiltered ? (
          <Link to="/users" search={{}} className={buttonStyle({ variant: "text" })}>
            条件を消す
          </Link>
        ) : null
      }
    >
      <TextField
        type="search"
        label="氏名・団体・部署（1文字から）"
        name="keyword"
        defaultValue={search.keyword}
        width="full"
        autoComplete="off"
      />
      <Select
        label={fields.portal}
        name="portal"
        emptyLabel="すべて"
        width="full"
        defaultValue={search.portal}
        options={portals.map((value) => ({ value, label: portalNames[value] }))}
      />
      <Select
        label="状態"
        name="status"
        emptyLabel="すべて"
        width="full"
        defaultValue={search.status}
        options={userStatuses.map((value) => ({ value, label: statuses[value] }))}
      />
    </FilterForm>
  );
};

/** Who may sign in, with the roles in force. */
export const UserListPage = ({ search }: { readonly search: UserSearch }) => {
  const { data } = useSuspenseQuery(userListOptions(search));
  const { data: names } = useSuspenseQuery(labelsOptions);
  const { organizationId } = search;
  return (
    <Stack>
      <PageTitle>利用者</PageTitle>
      <PageHeader
        title="利用者"
        lead="サインインできる人と、その役割です。氏名とメールアドレスを見られるのは、プラットフォーム管理者だけです。"
        actions={
          <Link
            to="/users/new"
            search={organizationId === undefined ? {} : { portal: "partner", organizationId }}
            className={buttonStyle({ variant: "primary" })}
          >
            {identityMessages.actions.createUser}
          </Link>
        }
      />
      {organizationId === undefined ? null : (
        <NotificationBanner tone="info" title="一つの団体の利用者だけを表示しています" />
      )}
      <QueryTable
        caption="利用者の一覧"
        counter="名"
        rows={data.users}
        rowKey={(user) => user.id}
        columns={columnsFor(names.labels)}
        total={data.total}
        page={search.page ?? 1}
        pageSize={pageSize}
        filters={<Filters search={search} />}
        empty={{
          title: "条件に合う利用者はいません",
          body: "言葉を短くするか、条件を減らしてください。まだいない人は、「利用者を登録する」から登録します。",
        }}
        link={(page, props) => <Link to="/users" search={{ ...search, page }} {...props} />}
      />
    </Stack>
  );
};
