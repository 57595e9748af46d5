import { useSuspenseQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { frequencyText, meetingMessages } from "@tsunagari/messages";
import { AbilityLink, announce, ConfirmAction, dateText, PageTitle } from "@tsunagari/portal";
import { Breadcrumbs, Card, ChipList, Columns, EmptyState, Icon, PageHeader, Stack, StatusBadge } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { AgendaItemCard } from "./agenda-item-card.tsx";
import { meetingName, statusTones, whenText } from "./looks.ts";
import { meetingOptions, type Meeting } from "./queries.ts";

const { actions, effects, empty, fields, hints, statuses } = meetingMessages;

type MeetingProps = { readonly meeting: Meeting };

const AddLink = ({ meeting }: MeetingProps) => {
  const { chooseAgendaItem } = meeting.abilities;
  if (meeting.status !== "scheduled") return null;
  return (
    <AbilityLink
      ability={chooseAgendaItem}
      label={actions.addAgendaItem}
      link={(props) => (
        <Link to="/meetings/$meetingId/agenda" params={{ meetingId: meeting.id }} search={{}} {...props} />
      )}
    />
  );
};

const Agenda = ({ meeting }: MeetingProps) => {
  const others = meeting.agendaItemCount - meeting.items.length;
  return (
    <section className="flex flex-col gap-5">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-std-20B-150">
          議題 <span className="tabular-nums">{meeting.agendaItemCount}件</span>
        </h2>
        {meeting.agendaItemCount === 0 ? null : <AddLink meeting={meeting} />}
      </div>
      {meeting.agendaItemCount === 0 ? (
        <EmptyState title="議題はまだありません" icon="meeting" action={<AddLink meeting={meeting} />}>
          {meeting.status === "scheduled" ? empty.agenda : "この会議では、議題が挙がっていません。"}
        </EmptyState>
      ) : null}
      {meeting.items.map((item) => (
        <AgendaItemCard key={item.id} meeting={meeting} item={item} />
      ))}
      {others === 0 ? null : (
        <p className="flex items-start gap-2 rounded-12 border border-dashed border-solid-gray-420 bg-white px-5 py-4">
          <Icon name="lock" className="mt-1 size-5" />
          <span>
            ほかの担当者のケースが<span className="font-bold tabular-nums">{others}件</span>あります。
            {hints.otherItems}
          </span>
        </p>
      )}
    </section>
  );
};

const Acts = ({ meeting }: MeetingProps) =>
  meeting.status === "scheduled" ? (
    <Card title="会議の記録">
      <Stack gap="medium">
        <ConfirmAction
          ability={meeting.abilities.hold}
          label={actions.hold}
          title={`${dateText(meeting.meetsOn)}の会議を、開催したと記録しますか`}
          effect={effects.hold}
          send={(requestId) =>
            client.meeting.hold.mutate({ requestId, meetingId: meeting.id, version: meeting.version })
          }
          onDone={() => announce("開催を記録しました。議題ごとに、決定を記録できます")}
        />
        <ConfirmAction
          ability={meeting.abilities.cancel}
          label={actions.cancel}
          variant="secondary"
          isDangerous
          title={`${dateText(meeting.meetsOn)}の会議を、中止にしますか`}
          effect={effects.cancel}
          send={(requestId) =>
            client.meeting.cancel.mutate({ requestId, meetingId: meeting.id, version: meeting.version })
          }
          onDone={() => announce("会議を中止にしました")}
        />
      </Stack>
    </Card>
  ) : null;

/** 「重層的支援会議（年2回）」 */
const bodyText = (meeting: Meeting): string =>
  `${meetingName(meeting)}${meeting.frequency === null ? "" : `（${frequencyText(meeting.frequency)}）`}`;

const About = ({ meeting }: MeetingProps) => (
  <Card title="会議について">
    <dl className="flex flex-col gap-4">
      {[
        { term: "日時", detail: whenText(meeting) },
        { term: fields.place, detail: meeting.place ?? "—" },
        { term: fields.host, detail: meeting.host },
        ...(meeting.meetingBodyId === null ? [] : [{ term: fields.meetingBodyId, detail: bodyText(meeting) }]),
      ].map(({ term, detail }) => (
        <div key={term}>
          <dt className="text-solid-gray-700">{term}</dt>
          <dd>{detail}</dd>
        </div>
      ))}
      <div>
        <dt className="mb-1 text-solid-gray-700">{fields.memberDepartmentIds}</dt>
        <dd>
          <ChipList label={fields.memberDepartmentIds} items={meeting.members.map(({ name }) => name)} />
        </dd>
      </div>
    </dl>
  </Card>
);

/** One consented meeting: its circle, its agenda, and what it decided. Never under the dark band of 106条の6. */
export const MeetingPage = ({ meetingId }: { readonly meetingId: string }) => {
  const { data: meeting } = useSuspenseQuery(meetingOptions(meetingId));
  const title = `${meetingName(meeting)} ${dateText(meeting.meetsOn)}`;
  return (
    <Stack>
      <PageTitle>{title}</PageTitle>
      <PageHeader
        title={title}
        status={<StatusBadge tone={statusTones[meeting.status]}>{statuses[meeting.status]}</StatusBadge>}
        lead="本人の同意を得て、支援のしかたを話し合う会議です。"
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/meetings" search={{}}>
                会議
              </Link>,
            ]}
            current={dateText(meeting.meetsOn)}
          />
        }
      />
      <Columns
        aside={
          <>
            <About meeting={meeting} />
            <Acts meeting={meeting} />
          </>
        }
      >
        <Agenda meeting={meeting} />
      </Columns>
    </Stack>
  );
};
