import { caseCloseReasons, CloseCase } from "@tsunagari/domain/case";
import { caseMessages } from "@tsunagari/messages";
import { announce, CommandDialog, CommandFormShell, useCommandForm } from "@tsunagari/portal";
import { Button, RadioGroup, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { SupportCase } from "./queries.ts";

const { fields, actions, effects, questions } = caseMessages;

type FormProps = { readonly data: SupportCase; readonly close: () => void };

const CloseForm = ({ data, close }: FormProps) => {
  const form = useCommandForm({
    schema: CloseCase,
    defaultValues: { caseId: data.id, version: data.version, note: "" },
    send: (input) => client.case.close.mutate(input),
    draft: { api: drafts, form: "caseClosing", subject: data.id, caseId: data.id },
    onDone: () => {
      announce("ケースを終結しました");
      close();
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel={actions.close}
      pendingLabel="終結しています…"
      variant="danger"
      cancel={
        <Button size="large" onClick={close}>
          やめる
        </Button>
      }
    >
      <RadioGroup
        {...form.field("reason", fields.reason)}
        requirement="required"
        options={caseCloseReasons.map((value) => ({ value, label: caseMessages.closeReasons[value] }))}
      />
      <TextArea {...form.field("note", "終結のまとめ")} requirement="optional" rows={4} limit={2000} />
    </CommandFormShell>
  );
};

/** Closing an episode: a reason, and the effect in words. */
export const CloseDialog = ({ data }: { readonly data: SupportCase }) => (
  <CommandDialog
    ability={data.abilities.close}
    label={actions.close}
    title={questions.close}
    effect={<p>{effects.close}</p>}
  >
    {(close) => <CloseForm data={data} close={close} />}
  </CommandDialog>
);
