import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { ConveneMeeting } from "@tsunagari/domain/meeting";
import { meetingMessages } from "@tsunagari/messages";
import {
  announce,
  CommandFormShell,
  FormDateField,
  PageTitle,
  unavailableReason,
  useCommandForm,
  useSession,
} from "@tsunagari/portal";
import {
  Breadcrumbs,
  buttonStyle,
  Card,
  CheckboxGroup,
  EmptyState,
  Fieldset,
  PageHeader,
  Stack,
  TextField,
  TimeField,
} from "@tsunagari/ui";
import { useWatch } from "react-hook-form";
import { client, drafts } from "../../client.ts";
import { BodyField, bodiesOn, dayOf } from "./body-field.tsx";
import { departmentsOptions, meetingListOptions, sittingBodiesOptions, type SittingBody } from "./queries.ts";

const { actions, fields, hints } = meetingMessages;

const useConveneForm = (bodies: readonly SittingBody[]) => {
  const { department, today } = useSession();
  const [only, ...others] = bodiesOn(bodies, today);
  const navigate = useNavigate();
  return useCommandForm({
    schema: ConveneMeeting,
    defaultValues: {
      meetsOn: "",
      startsAtTime: "",
      place: "",
      meetingBodyId: others.length === 0 ? (only?.id ?? "") : "",
      host: department?.name ?? "",
      memberDepartmentIds: department === null ? [] : [department.id],
    },
    send: (input) => client.meeting.convene.mutate(input),
    draft: { api: drafts, form: "meeting", subject: "" },
    onDone: async ({ id }) => {
      announce("会議を招集しました。次に、話し合うケースを議題に加えてください");
      await navigate({ to: "/meetings/$meetingId", params: { meetingId: id } });
    },
  });
};

type FieldsProps = { readonly form: ReturnType<typeof useConveneForm>; readonly bodies: readonly SittingBody[] };

const Fields = ({ form, bodies }: FieldsProps) => {
  const { data } = useSuspenseQuery(departmentsOptions);
  const { today } = useSession();
  const meetsOn = useWatch({ control: form.form.control, name: "meetsOn" });
  return (
    <Card>
      <Stack>
        <Fieldset legend="いつ、どこで">
          <FormDateField
            form={form}
            name="meetsOn"
            label={fields.meetsOn}
            requirement="required"
            support="今日か、それより後の日です。"
          />
          <BodyField
            {...form.field("meetingBodyId", fields.meetingBodyId)}
            bodies={bodies}
            on={dayOf(meetsOn, today)}
          />
          <TimeField {...form.field("startsAtTime", fields.startsAtTime)} requirement="required" />
          <TextField {...form.field("place", fields.place)} requirement="optional" />
          <TextField {...form.field("host", fields.host)} requirement="required" support={hints.host} width="medium" />
        </Fieldset>
        <Fieldset legend="構成">
          <CheckboxGroup
            {...form.field("memberDepartmentIds", fields.memberDepartmentIds)}
            requirement="required"
            support={hints.memberDepartmentIds}
            layout="row"
            options={data.departments.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Fieldset>
      </Stack>
    </Card>
  );
};

const ConveneForm = ({ refusal }: { readonly refusal: string | undefined }) => {
  const { data } = useSuspenseQuery(sittingBodiesOptions);
  const form = useConveneForm(data.bodies);
  return (
    <CommandFormShell
      form={form}
      submitLabel="招集する"
      pendingLabel="招集しています…"
      unavailableReason={refusal}
      cancel={
        <Link to="/meetings" search={{}} className={buttonStyle({ variant: "text", size: "large" })}>
          やめる
        </Link>
      }
    >
      <Fields form={form} bodies={data.bodies} />
    </CommandFormShell>
  );
};

const toList = (
  <Link to="/meetings" search={{}} className={buttonStyle()}>
    会議の一覧へ
  </Link>
);

/** Calls a consented meeting; a meeting of 社会福祉法106条の6 is never called here (D-01). */
export const ConvenePage = () => {
  const { data } = useSuspenseQuery(meetingListOptions({}));
  const { convene } = data.abilities;
  return (
    <Stack>
      <PageTitle>{actions.convene}</PageTitle>
      <PageHeader
        title={actions.convene}
        lead="本人の同意を得て開く会議です。だれを議題にするかは、招集したあとで加えます。"
        breadcrumbs={
          <Breadcrumbs
            links={[
              <Link key="list" to="/meetings" search={{}}>
                会議
              </Link>,
            ]}
            current={actions.convene}
          />
        }
      />
      {convene === "meeting.no_body" ? (
        <EmptyState title="招集できる会議体がありません" icon="meeting" action={toList}>
          {meetingMessages.reasons[convene]}
        </EmptyState>
      ) : (
        <ConveneForm refusal={unavailableReason(convene)} />
      )}
    </Stack>
  );
};
