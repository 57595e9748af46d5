import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { reasonText } from "@tsunagari/messages";
import { PageTitle } from "@tsunagari/portal";
import { EmptyState, PageHeader, Pagination, Stack, Tabs } from "@tsunagari/ui";
import { EmptyHistory, EmptyInbox } from "./empty-lists.tsx";
import { ReferralGroups, ReferralItems } from "./inbox-items.tsx";
import { historyOptions, inboxOptions, referralPageSize } from "./queries.ts";
import { meOptions } from "../../session.ts";
import type { ReferralSearch } from "./search.ts";
import { StatusFilter } from "./status-filter.tsx";

type Props = { readonly search: ReferralSearch };

const Pages = ({ search, total }: Props & { readonly total: number }) => (
  <Pagination
    page={search.page ?? 1}
    pageCount={Math.ceil(total / referralPageSize)}
    link={(page, props) => <Link to="/referrals" search={{ ...search, page }} {...props} />}
  />
);

const Inbox = ({ search, organizationId }: Props & { readonly organizationId: string }) => {
  const { data } = useSuspenseQuery(inboxOptions(search));
  return (
    <Stack gap="medium">
      <StatusFilter search={search} total={data.total} />
      {data.items.length === 0 ? (
        <EmptyInbox isFiltered={search.status !== undefined} organizationId={organizationId} />
      ) : (
        <ReferralGroups items={data.items} />
      )}
      <Pages search={search} total={data.total} />
    </Stack>
  );
};

const History = ({ search }: Props) => {
  const { data } = useSuspenseQuery(historyOptions(search));
  return (
    <Stack gap="medium">
      <StatusFilter search={search} total={data.total} />
      {data.items.length === 0 ? (
        <EmptyHistory isFiltered={search.status !== undefined} />
      ) : (
        <ReferralItems label="終わった依頼" items={data.items} />
      )}
      <Pages search={search} total={data.total} />
    </Stack>
  );
};

const Lists = ({ search, organizationId }: Props & { readonly organizationId: string }) => {
  const navigate = useNavigate();
  const isEnded = search.view === "ended";
  return (
    <Tabs
      label="依頼の一覧"
      selected={isEnded ? "ended" : "open"}
      onSelect={(id) => void navigate({ to: "/referrals", search: id === "ended" ? { view: "ended" } : {} })}
      items={[
        {
          id: "open",
          label: "いまの依頼",
          content: isEnded ? null : <Inbox search={search} organizationId={organizationId} />,
        },
        { id: "ended", label: "終わった依頼", content: isEnded ? <History search={search} /> : null },
      ]}
    />
  );
};

/** What was asked of the organization, what waits for it first. */
export const ReferralInboxPage = ({ search }: Props) => {
  const { data: me } = useSuspenseQuery(meOptions);
  const ability = me.abilities.listReferralInbox;
  return (
    <Stack>
      <PageTitle>つなぎの依頼</PageTitle>
      <PageHeader
        title="つなぎの依頼"
        lead="市の担当職員から、活動への受け入れをお願いする依頼です。「はい」「いいえ」「質問」のどれかで返事をします。"
      />
      {ability === true && me.organization !== null ? (
        <Lists search={search} organizationId={me.organization.id} />
      ) : (
        <EmptyState icon="lock" title="この画面は、つなぎの受入担当の方が使います">
          {reasonText(ability === true ? "referral.receiver_role_missing" : ability)}
        </EmptyState>
      )}
    </Stack>
  );
};
