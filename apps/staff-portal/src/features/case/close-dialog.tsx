import { caseCloseReasons, CloseCase } from "@tsunagari/domain/case";
import { caseMessages } from "@tsunagari/messages";
import { FormDialog } from "@tsunagari/portal";
import { RadioGroup, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { SupportCase } from "./queries.ts";

const { fields, actions, effects, questions } = caseMessages;

/** Closing an episode: a reason, and the effect in words. */
export const CloseDialog = ({ data }: { readonly data: SupportCase }) => (
  <FormDialog
    ability={data.abilities.close}
    label={actions.close}
    title={questions.close}
    effect={<p>{effects.close}</p>}
    schema={CloseCase}
    defaultValues={{ caseId: data.id, version: data.version, note: "" }}
    send={(input) => client.case.close.mutate(input)}
    draft={{ api: drafts, form: "caseClosing", subject: data.id, caseId: data.id }}
    submitLabel={actions.close}
    pendingLabel="終結しています…"
    isDangerous
    done="ケースを終結しました"
  >
    {(form) => (
      <>
        <RadioGroup
          {...form.field("reason", fields.reason)}
          requirement="required"
          options={caseCloseReasons.map((value) => ({ value, label: caseMessages.closeReasons[value] }))}
        />
        <TextArea {...form.field("note", "終結のまとめ")} requirement="optional" rows={4} limit={2000} />
      </>
    )}
  </FormDialog>
);
