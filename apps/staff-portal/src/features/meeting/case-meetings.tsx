import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { meetingMessages, retentionMessages } from "@tsunagari/messages";
import { PageTitle } from "@tsunagari/portal";
import {
  buttonStyle,
  Card,
  EmptyState,
  itemLinkStyle,
  linkStyle,
  Stack,
  StatusBadge,
  Table,
  type TableColumn,
} from "@tsunagari/ui";
import { DecisionBlock } from "./decision-block.tsx";
import { meetingName, statusTones, whenText } from "./looks.ts";
import { caseMeetingsOptions, decisionsOptions, householdOptions, type MeetingListItem } from "./queries.ts";

const { empty, statuses } = meetingMessages;

const columns: readonly TableColumn<MeetingListItem>[] = [
  {
    key: "when",
    header: "日時",
    isRowHeader: true,
    cell: (row) => (
      <Link to="/meetings/$meetingId" params={{ meetingId: row.id }} className={itemLinkStyle}>
        {whenText(row)}
      </Link>
    ),
  },
  { key: "name", header: "会議", cell: meetingName },
  {
    key: "status",
    header: "状態",
    isNarrow: true,
    cell: (row) => <StatusBadge tone={statusTones[row.status]}>{statuses[row.status]}</StatusBadge>,
  },
];

const toMeetings = (
  <Link to="/meetings" search={{}} className={buttonStyle()}>
    会議の一覧へ
  </Link>
);

const Decisions = ({ caseId }: { readonly caseId: string }) => {
  const { data: decisions } = useSuspenseQuery(decisionsOptions(caseId));
  const { data: household } = useSuspenseQuery(householdOptions(caseId));
  const nameOf = (personId: string): string =>
    household.members.find(({ id }) => id === personId)?.data.identity.name ??
    household.formerMembers.find(({ id }) => id === personId)?.name ??
    (household.erasedAt === null ? "（名前の記録がありません）" : retentionMessages.erased);
  return (
    <Card title="決定" lead="参加支援として受入先の団体につなぐには、会議の決定が要ります。">
      {decisions.length === 0 ? (
        <EmptyState title={empty.decisions} icon="approval" action={toMeetings}>
          会議の議題に加え、開催したあとで、会議の画面から記録します。
        </EmptyState>
      ) : (
        decisions.map((decision) => (
          <DecisionBlock key={decision.id} decision={decision} about={nameOf(decision.personId)}>
            <p>
              <Link to="/meetings/$meetingId" params={{ meetingId: decision.meetingId }} className={linkStyle}>
                この決定をした会議を開く
              </Link>
            </p>
          </DecisionBlock>
        ))
      )}
    </Card>
  );
};

const Meetings = ({ caseId }: { readonly caseId: string }) => {
  const { data } = useSuspenseQuery(caseMeetingsOptions(caseId));
  return (
    <Card title="このケースがかかる会議">
      {data.items.length === 0 ? (
        <EmptyState title="まだ会議にかかっていません" icon="meeting" action={toMeetings}>
          会議を開き、「議題を加える」から、このケースの人を加えます。
        </EmptyState>
      ) : (
        <Table
          caption="このケースがかかる会議"
          isCaptionHidden
          columns={columns}
          rows={data.items}
          rowKey={(row) => row.id}
        />
      )}
    </Card>
  );
};

/** The tab 「会議」 of a case: what was decided and still holds, and the meetings it comes to. */
export const CaseMeetings = ({ caseId }: { readonly caseId: string }) => (
  <Stack gap="medium">
    <PageTitle>ケースの会議</PageTitle>
    <Decisions caseId={caseId} />
    <Meetings caseId={caseId} />
  </Stack>
);
