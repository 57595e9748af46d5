import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { AddAgendaItem, agendaTopics } from "@tsunagari/domain/meeting";
import { caseMessages, meetingMessages } from "@tsunagari/messages";
import { announce, CommandFormShell, PageTitle, unavailableReason, useCommandForm } from "@tsunagari/portal";
import {
  Breadcrumbs,
  Button,
  buttonStyle,
  Card,
  EmptyState,
  PageHeader,
  RadioGroup,
  Select,
  Stack,
} from "@tsunagari/ui";
import { client } from "../../client.ts";
import { ConsentCheck } from "./consent-check.tsx";
import { meetingName, whenText } from "./looks.ts";
import { checkOptions, householdOptions, meetingOptions, ownCasesOptions, type Meeting } from "./queries.ts";
import type { AgendaSearch } from "./search.ts";

const { actions, fields, hints, topics } = meetingMessages;

const useAddForm = (meetingId: string, search: AgendaSearch) => {
  const navigate = useNavigate();
  const form = useCommandForm({
    schema: AddAgendaItem,
    defaultValues: {
      meetingId,
      caseId: search.case ?? "",
      personId: search.person ?? "",
      topic: "participationSupport",
    },
    send: (input) => client.meeting.addAgendaItem.mutate(input),
    onDone: async () => {
      announce("議題に加えました");
      await navigate({ to: "/meetings/$meetingId", params: { meetingId } });
    },
  });
  // Three choices are made again in a moment, and the way to a missing consent leads out of this page and back.
  return { ...form, isChanged: false };
};
type AddForm = ReturnType<typeof useAddForm>;

const CaseField = ({ form }: { readonly form: AddForm }) => {
  const { data } = useSuspenseQuery(ownCasesOptions);
  const own = data.items.filter(({ isAssignedToMe, status }) => isAssignedToMe && status !== "closed");
  const binding = form.field("caseId", fields.caseId);
  return (
    <Select
      {...binding}
      onChange={(event) => {
        // Somebody of another household is nobody here.
        form.form.setValue("personId", "");
        return binding.onChange(event);
      }}
      requirement="required"
      support="自分が担当する、終結していないケースです。"
      emptyLabel="選んでください"
      width="full"
      options={own.map(({ id, number, person }) => ({
        value: id,
        label: `${number} ${person?.name ?? "（名前の記録がありません）"}`,
      }))}
    />
  );
};

const PersonField = ({ form, caseId }: { readonly form: AddForm; readonly caseId: string }) => {
  const { data, isError, refetch } = useQuery(householdOptions(caseId));
  if (isError) return <Button onClick={() => void refetch()}>世帯をもう一度読む</Button>;
  if (data === undefined) return <p aria-live="polite">世帯を読んでいます…</p>;
  return (
    <RadioGroup
      {...form.field("personId", fields.personId)}
      requirement="required"
      layout="row"
      options={data.members.map(({ id, relation, data: { identity } }) => ({
        value: id,
        label: `${identity.name ?? "（名前の記録がありません）"}（${caseMessages.relations[relation]}）`,
      }))}
    />
  );
};

const Fields = ({ form, meeting }: { readonly form: AddForm; readonly meeting: Meeting }) => {
  const caseId = form.form.watch("caseId");
  const personId = form.form.watch("personId");
  return (
    <Card>
      <Stack>
        <CaseField form={form} />
        {caseId === "" ? null : <PersonField key={caseId} form={form} caseId={caseId} />}
        {caseId === "" || !personId ? null : <ConsentCheck meeting={meeting} caseId={caseId} personId={personId} />}
        <RadioGroup
          {...form.field("topic", fields.topic)}
          requirement="required"
          support={hints.topic}
          options={agendaTopics.map((value) => ({ value, label: topics[value] }))}
        />
      </Stack>
    </Card>
  );
};

const AddItem = ({ meeting, search }: { readonly meeting: Meeting; readonly search: AgendaSearch }) => {
  const form = useAddForm(meeting.id, search);
  const personId = form.form.watch("personId");
  const check = useQuery({ ...checkOptions(meeting.id, personId || ""), enabled: Boolean(personId) });
  return (
    <CommandFormShell
      form={form}
      submitLabel={actions.addAgendaItem}
      pendingLabel="加えています…"
      unavailableReason={check.data === undefined ? undefined : unavailableReason(check.data.abilities.addAgendaItem)}
      cancel={
        <Link
          to="/meetings/$meetingId"
          params={{ meetingId: meeting.id }}
          className={buttonStyle({ variant: "text", size: "large" })}
        >
          やめる
        </Link>
      }
    >
      <Fields form={form} meeting={meeting} />
    </CommandFormShell>
  );
};

type PageProps = { readonly meetingId: string; readonly search: AgendaSearch };

/** The form, or why there is none: a meeting that has been held takes no more items. */
const AgendaForm = ({ meeting, search }: { readonly meeting: Meeting; readonly search: AgendaSearch }) => {
  const { data: cases } = useSuspenseQuery(ownCasesOptions);
  if (meeting.status !== "scheduled") {
    return (
      <EmptyState title="この会議には、もう議題を加えられません" icon="meeting">
        予定の会議だけに加えられます。話し合うことが残っているときは、次の会議に加えてください。
      </EmptyState>
    );
  }
  return cases.items.some(({ isAssignedToMe, status }) => isAssignedToMe && status !== "closed") ? (
    <AddItem meeting={meeting} search={search} />
  ) : (
    <EmptyState title="担当しているケースがありません" icon="case">
      議題に加えられるのは、自分が担当するケースの人です。
    </EmptyState>
  );
};

/** Puts a person of an own case on the agenda; the consent is looked at as soon as the person is named (D-38). */
export const AddAgendaItemPage = ({ meetingId, search }: PageProps) => {
  const { data: meeting } = useSuspenseQuery(meetingOptions(meetingId));
  return (
    <Stack>
      <PageTitle>{actions.addAgendaItem}</PageTitle>
      <PageHeader
        title={actions.addAgendaItem}
        lead={`${meetingName(meeting)}　${whenText(meeting)}`}
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/meetings" search={{}}>
                会議
              </Link>,
              <Link key="one" to="/meetings/$meetingId" params={{ meetingId }}>
                {meetingName(meeting)}
              </Link>,
            ]}
            current={actions.addAgendaItem}
          />
        }
      />
      <AgendaForm meeting={meeting} search={search} />
    </Stack>
  );
};
