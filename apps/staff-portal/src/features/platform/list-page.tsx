import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { CivilDate } from "@tsunagari/domain/kernel";
import { platformMessages } from "@tsunagari/messages";
import { AsOfForm, eraDateText, PageTitle, useSession } from "@tsunagari/portal";
import {
  buttonStyle,
  Card,
  EmptyState,
  itemLinkStyle,
  NotificationBanner,
  PageHeader,
  Stack,
  Table,
  type TableColumn,
} from "@tsunagari/ui";
import { applicationsOptions, countsOptions, platformListOptions, type Platform } from "./queries.ts";
import type { AsOfSearch } from "./search.ts";

type Row = {
  readonly id: string;
  readonly name: string;
  readonly members: number;
  /** Null where it has closed since. */
  readonly platform: Platform | null;
};

const operatorsText = ({ operators }: Platform): string =>
  operators.map(({ name, role }) => `${name}（${platformMessages.operatorRoles[role]}）`).join("、");

const columnsFor = ({ on }: AsOfSearch): readonly TableColumn<Row>[] => [
  {
    key: "name",
    header: "プラットフォーム",
    isRowHeader: true,
    cell: (row) => (
      <Link to="/platforms/$platformId" params={{ platformId: row.id }} search={{ on }} className={itemLinkStyle}>
        {row.name}
      </Link>
    ),
  },
  {
    key: "areas",
    header: platformMessages.fields.areaIds,
    cell: (row) => row.platform?.areaNames.join("、") ?? "（終了しています）",
  },
  {
    key: "operators",
    header: platformMessages.fields.operators,
    cell: (row) => (row.platform === null ? "—" : operatorsText(row.platform)),
  },
  { key: "members", header: "参加団体", align: "end", isNarrow: true, cell: (row) => `${row.members}団体` },
];

const Applications = ({ total }: { readonly total: number }) =>
  total === 0 ? null : (
    <NotificationBanner
      tone="warning"
      title={`参加の申込みが${total}件、返事を待っています`}
      actions={
        <Link to="/platforms/applications" className={buttonStyle({ variant: "primary", size: "small" })}>
          参加の申込みを見る
        </Link>
      }
    />
  );

const DayChoice = ({ on }: { readonly on: CivilDate }) => {
  const { today } = useSession();
  const navigate = useNavigate();
  return (
    <AsOfForm
      key={on}
      label={platformMessages.fields.on}
      submitLabel="この日で数える"
      on={on}
      onApply={(next) =>
        void navigate({ to: "/platforms", search: next === today ? {} : { on: next }, resetScroll: false })
      }
      back={
        on === today ? null : (
          <Link to="/platforms" search={{}} resetScroll={false} className={buttonStyle({ variant: "text" })}>
            今日に戻す
          </Link>
        )
      }
    />
  );
};

const useRows = (on: CivilDate) => {
  const { data: counts } = useSuspenseQuery(countsOptions(on));
  const { data: platforms } = useSuspenseQuery(platformListOptions);
  const rows = counts.platforms.map(({ platformId, name, members }): Row => ({
    id: platformId,
    name,
    members,
    platform: platforms.find((platform) => platform.id === platformId) ?? null,
  }));
  return { rows, distinctMembers: counts.distinctMembers };
};

const Counts = ({ search }: { readonly search: AsOfSearch }) => {
  const { today } = useSession();
  const on = search.on ?? today;
  const { rows, distinctMembers } = useRows(on);
  return (
    <Card title="参加団体の数" lead="選んだ日に参加していた団体を数えます。申込み中や、お断りした団体は入りません。">
      <DayChoice on={on} />
      {rows.length === 0 ? (
        <EmptyState title="プラットフォームはまだありません" icon="platform">
          地域ごとのプラットフォームができると、ここに並びます。
        </EmptyState>
      ) : (
        <>
          <p aria-live="polite">
            <span className="text-std-18B-160">{eraDateText(on)}</span>時点で、いずれかに参加している団体は
            <span className="text-std-18B-160 tabular-nums">{distinctMembers}団体</span>
            です（いくつかに参加する団体も1団体と数えます）。
          </p>
          <Table
            caption={`${eraDateText(on)}時点の参加団体の数`}
            isCaptionHidden
            columns={columnsFor(search)}
            rows={rows}
            rowKey={(row) => row.id}
          />
        </>
      )}
    </Card>
  );
};

/** The area platforms with what they cover, who runs them, and how many belong on a day. */
export const PlatformListPage = ({ search }: { readonly search: AsOfSearch }) => {
  const { data: applications } = useSuspenseQuery(applicationsOptions({}));
  return (
    <Stack>
      <PageTitle>プラットフォーム</PageTitle>
      <PageHeader
        title="プラットフォーム"
        lead="地域ごとに、団体と市、地域福祉コーディネーターが集まる場です。"
        actions={
          <Link to="/platforms/applications" className={buttonStyle()}>
            参加の申込み（{applications.total}件）
          </Link>
        }
      />
      <Applications total={applications.total} />
      <Counts search={search} />
    </Stack>
  );
};
