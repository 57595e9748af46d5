import { useQuery } from "@tanstack/react-query";
import { AssignCase, caseDuties } from "@tsunagari/domain/case";
import { caseMessages } from "@tsunagari/messages";
import { CommandDialog, DialogForm, GiveUpButton, LoadFailure } from "@tsunagari/portal";
import { LoadingState, RadioGroup, Select } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { assignableOptions, type SupportCase } from "./queries.ts";

const { actions, duties, effects, fields, hints, questions } = caseMessages;

type Candidate = Awaited<ReturnType<typeof client.case.listAssignable.query>>[number];
type FormProps = { readonly caseId: string; readonly close: () => void };

const AssignForm = ({ caseId, close, people }: FormProps & { readonly people: readonly Candidate[] }) => (
  <DialogForm
    schema={AssignCase}
    defaultValues={{ caseId, userId: "", duty: "team" }}
    send={(input) => client.case.assign.mutate(input)}
    draft={{ api: drafts, form: "caseAssignment", subject: caseId, caseId }}
    submitLabel={actions.assign}
    done="担当者を加えました"
    close={close}
  >
    {(form) => (
      <>
        <Select
          {...form.field("userId", fields.userId)}
          requirement="required"
          emptyLabel="選んでください"
          width="full"
          options={people.map(({ userId, name, departmentName }) => ({
            value: userId,
            label: departmentName === null ? name : `${name}（${departmentName}）`,
          }))}
        />
        <RadioGroup
          {...form.field("duty", fields.duty)}
          requirement="required"
          support={hints.duty}
          options={caseDuties.map((value) => ({ value, label: duties[value] }))}
        />
      </>
    )}
  </DialogForm>
);

const AssignBody = ({ caseId, close }: FormProps) => {
  const { data, error, refetch } = useQuery(assignableOptions(caseId));
  if (error) return <LoadFailure error={error} refetch={refetch} title="職員の一覧を読み込めませんでした" />;
  if (data === undefined) return <LoadingState label="職員の一覧を読み込んでいます" lines={3} />;
  const people = data.filter(({ isAssigned }) => !isAssigned);
  return people.length === 0 ? (
    <>
      <p>加えられる職員は、もう残っていません。ケースを担当する役割は、管理者が「利用者」で付けられます。</p>
      <GiveUpButton close={close} />
    </>
  ) : (
    <AssignForm caseId={caseId} close={close} people={people} />
  );
};

/** Adding somebody to the team: from then on they read everything of the case. */
export const AssignDialog = ({ data }: { readonly data: SupportCase }) => (
  <CommandDialog
    ability={data.abilities.assign}
    icon="plus"
    label={actions.assign}
    title={questions.assign}
    effect={<p>{effects.assign}</p>}
  >
    {(close) => <AssignBody caseId={data.id} close={close} />}
  </CommandDialog>
);
