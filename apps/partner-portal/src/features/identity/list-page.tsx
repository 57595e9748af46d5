import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { identityMessages } from "@tsunagari/messages";
import { AbilityLink, PageTitle, unavailableReason } from "@tsunagari/portal";
import { Card, EmptyState, NotificationBanner, PageHeader, Pagination, Stack } from "@tsunagari/ui";
import { MemberItem } from "./member-item.tsx";
import { memberListOptions, pageSize, type Member, type MemberList } from "./queries.ts";
import type { MemberSearch } from "./search.ts";

type Group = { readonly title: string; readonly lead: string; readonly members: readonly Member[] };

const isWaiting = ({ access }: Member): boolean =>
  access === "invited" || access === "invitationExpired" || access === "notInvited";

/** Who is in, who has been asked, who has gone: three answers to one question, in the order they are looked for. */
const groupsOf = (members: readonly Member[]): readonly Group[] => [
  {
    title: "使っている人",
    lead: "サインインして、団体の仕事をしている人です。",
    members: members.filter((member) => !isWaiting(member) && member.access !== "deactivated"),
  },
  {
    title: "招待中の人",
    lead: "まだ、パスワードを決めていない人です。",
    members: members.filter(isWaiting),
  },
  {
    title: "利用を止めた人",
    lead: "もう一度使えるようにするときは、市の担当者にお知らせください。",
    members: members.filter(({ access }) => access === "deactivated"),
  },
];

const Members = ({ list }: { readonly list: MemberList }) =>
  groupsOf(list.members)
    .filter(({ members }) => members.length > 0)
    .map(({ title, lead, members }) => (
      <Card key={title} title={`${title}（${members.length}名）`} lead={lead}>
        <ul className="flex flex-col gap-5">
          {members.map((member) => (
            <MemberItem key={member.id} member={member} roles={list.roles} />
          ))}
        </ul>
      </Card>
    ));

const Alone = () => (
  <EmptyState title="ほかのメンバーは、まだいません">
    活動を書く人や、つなぎを受ける人がほかにいるときは、「{identityMessages.actions.inviteMember}」から、その人のメール
    アドレスに招待を送ってください。一つのパスワードを、何人かで使わないでください。
  </EmptyState>
);

/** The people of the organization, for its owner: who may do what in its name. */
export const MemberListPage = ({ search }: { readonly search: MemberSearch }) => {
  const page = search.page ?? 1;
  const { data: list } = useSuspenseQuery(memberListOptions(page));
  return (
    <Stack>
      <PageTitle>メンバー</PageTitle>
      <PageHeader
        title="メンバー"
        lead={`${list.organizationName}の人として、このポータルを使う人です。市の担当者も、同じ一覧を見られます。`}
        actions={
          <AbilityLink
            ability={list.inviteMember}
            label={identityMessages.actions.inviteMember}
            link={(props) => <Link to="/members/invite" {...props} />}
          />
        }
      />
      {list.inviteMember === true ? null : (
        <NotificationBanner tone="warning" title="今は、招待できません">
          {unavailableReason(list.inviteMember)}
        </NotificationBanner>
      )}
      <Members list={list} />
      {list.total === 1 ? <Alone /> : null}
      <Pagination
        page={page}
        pageCount={Math.ceil(list.total / pageSize)}
        link={(wanted, props) => <Link to="/members" search={{ page: wanted }} {...props} />}
      />
    </Stack>
  );
};
