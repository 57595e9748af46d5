import { Link } from "@tanstack/react-router";
import { meetingMessages, retentionMessages } from "@tsunagari/messages";
import { announce, ConfirmAction } from "@tsunagari/portal";
import { ButtonRow, buttonStyle, Card, ChipLabel, linkStyle, NotificationBanner, StatusBadge } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { DecisionBlock } from "./decision-block.tsx";
import { RecordDialog, ReverseDialog } from "./decision-dialogs.tsx";
import type { AgendaItem, Meeting } from "./queries.ts";

const { actions, effects, topics } = meetingMessages;

type ItemProps = { readonly meeting: Meeting; readonly item: AgendaItem };

/** The consent that would let this person be talked about names every member (D-38). */
const ConsentLack = ({ meeting, item }: ItemProps) => (
  <NotificationBanner
    tone="warning"
    title="同意が足りません"
    actions={
      <Link
        to="/cases/$caseId/consents/new"
        params={{ caseId: item.caseId }}
        search={{
          person: item.personId,
          purpose: "informationSharing",
          departments: meeting.members.map(({ departmentId }): string => departmentId),
        }}
        className={buttonStyle({ size: "small" })}
      >
        同意を記録する
      </Link>
    }
  >
    開催日に有効で、構成するすべての部署・機関を挙げた同意がありません。このままでは、会議で話し合えません。
  </NotificationBanner>
);

const Remove = ({ item }: Pick<ItemProps, "item">) => (
  <ConfirmAction
    ability={item.abilities.removeAgendaItem}
    label={actions.removeAgendaItem}
    variant="secondary"
    title={`${item.name ?? "この人"}さんを、議題から外しますか`}
    effect={effects.removeAgendaItem}
    send={(requestId) => client.meeting.removeAgendaItem.mutate({ requestId, agendaItemId: item.id })}
    onDone={() => announce("議題から外しました")}
  />
);

/** One item of the viewer's own cases: who, what about, whether it may be talked about, and what was decided. */
export const AgendaItemCard = ({ meeting, item }: ItemProps) => (
  <Card
    level={3}
    title={
      <Link to="/cases/$caseId/meetings" params={{ caseId: item.caseId }} className={linkStyle}>
        {item.name ?? (item.erasedAt === null ? "（名前の記録がありません）" : retentionMessages.erased)}（
        {item.caseNumber}）
      </Link>
    }
    aside={
      <>
        <ChipLabel>{topics[item.topic]}</ChipLabel>
        {item.isCovered ? (
          <StatusBadge tone="success">同意あり</StatusBadge>
        ) : (
          <StatusBadge tone="danger">同意が足りません</StatusBadge>
        )}
      </>
    }
  >
    {!item.isCovered && meeting.status === "scheduled" ? <ConsentLack meeting={meeting} item={item} /> : null}
    {item.decisions.map((decision) => (
      <DecisionBlock key={decision.id} decision={decision}>
        {decision.reversedAt === null ? (
          <div>
            <ReverseDialog item={item} decision={decision} />
          </div>
        ) : null}
      </DecisionBlock>
    ))}
    {meeting.status === "scheduled" ? (
      <ButtonRow>
        <Remove item={item} />
      </ButtonRow>
    ) : null}
    {meeting.status === "held" && item.decisions.every(({ reversedAt }) => reversedAt !== null) ? (
      <ButtonRow>
        <RecordDialog item={item} />
      </ButtonRow>
    ) : null}
  </Card>
);
