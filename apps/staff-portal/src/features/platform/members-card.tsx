import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { CivilDate } from "@tsunagari/domain/kernel";
import { organizationMessages, platformMessages } from "@tsunagari/messages";
import { announce, AsOfForm, ConfirmAction, eraDateText, useSession } from "@tsunagari/portal";
import { buttonStyle, Card, itemLinkStyle, Table, type TableColumn } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { currentMembershipsOptions, membersOptions, type Member, type Membership, type Platform } from "./queries.ts";

const { actions, effects } = platformMessages;

const Leave = ({ membership, platformName }: { readonly membership: Membership; readonly platformName: string }) => (
  <ConfirmAction
    ability={membership.abilities.leave}
    label={actions.leave}
    variant="text"
    isDangerous
    title={`${membership.organizationName}を、${platformName}から退会にしますか`}
    effect={effects.leave}
    send={(requestId) =>
      client.platform.leave.mutate({ requestId, membershipId: membership.id, version: membership.version })
    }
    onDone={() => announce(`${membership.organizationName}を退会にしました`)}
  />
);

const columns: readonly TableColumn<Member>[] = [
  {
    key: "name",
    header: organizationMessages.fields.name,
    isRowHeader: true,
    cell: (row) => (
      <Link
        to="/organizations/$organizationId"
        params={{ organizationId: row.organizationId }}
        className={itemLinkStyle}
      >
        {row.organizationName}
      </Link>
    ),
  },
  { key: "kind", header: "種別", cell: (row) => organizationMessages.kinds[row.kind] },
  { key: "since", header: "参加した日", cell: (row) => eraDateText(row.sinceOn) },
];

const leaveColumn = (memberships: readonly Membership[], platformName: string): TableColumn<Member> => ({
  key: "leave",
  header: "操作",
  isNarrow: true,
  cell: (row) => {
    const membership = memberships.find(({ organizationId }) => organizationId === row.organizationId);
    return membership === undefined ? null : <Leave membership={membership} platformName={platformName} />;
  },
});

type MembersProps = { readonly platform: Platform; readonly on: CivilDate };

const DayChoice = ({ platform, on }: MembersProps) => {
  const { today } = useSession();
  const navigate = useNavigate();
  const to = { to: "/platforms/$platformId", params: { platformId: platform.id }, resetScroll: false } as const;
  return (
    <AsOfForm
      key={on}
      label={platformMessages.fields.on}
      submitLabel="この日で数える"
      on={on}
      onApply={(next) => void navigate({ ...to, search: next === today ? {} : { on: next } })}
      back={
        on === today ? null : (
          <Link {...to} search={{}} className={buttonStyle({ variant: "text" })}>
            今日に戻す
          </Link>
        )
      }
    />
  );
};

/** Who belongs on a day; today's members can be taken out. */
export const MembersCard = ({ platform, on }: MembersProps) => {
  const { today } = useSession();
  const { data: members } = useSuspenseQuery(membersOptions(platform.id, on));
  const { data: memberships } = useSuspenseQuery(currentMembershipsOptions(platform.id));
  return (
    <Card title="参加団体">
      <DayChoice platform={platform} on={on} />
      <p aria-live="polite">
        <span className="text-std-18B-160">{eraDateText(members.on)}</span>時点で
        <span className="text-std-18B-160 tabular-nums">{members.total}団体</span>
      </p>
      {members.items.length === 0 ? (
        <p>この日に参加していた団体はありません。</p>
      ) : (
        <Table
          caption="参加団体"
          isCaptionHidden
          rows={members.items}
          rowKey={(row) => row.organizationId}
          columns={on === today ? [...columns, leaveColumn(memberships.items, platform.name)] : columns}
        />
      )}
    </Card>
  );
};
