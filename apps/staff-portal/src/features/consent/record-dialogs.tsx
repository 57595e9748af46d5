import { AskConsent, RefuseConsent, consentPurposes, type ConsentState } from "@tsunagari/domain/consent";
import { consentMessages } from "@tsunagari/messages";
import {
  announce,
  CommandDialog,
  CommandFormShell,
  FormDateField,
  useCommandForm,
  useSession,
} from "@tsunagari/portal";
import { Button, RadioGroup, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { ConsentPerson } from "./queries.ts";
import { personTitle } from "./wording.ts";

const { actions, fields, hints, purposes, purposeHints } = consentMessages;

const purposeOptions = consentPurposes.map((value) => ({
  value,
  label: purposes[value],
  description: purposeHints[value],
}));

type FormProps = { readonly person: ConsentPerson; readonly close: () => void };

const GiveUp = ({ close }: Pick<FormProps, "close">) => (
  <Button size="large" onClick={close}>
    やめる
  </Button>
);

/** What has not been explained yet is what is explained now, as a rule; an answer is to what was explained. */
const withPurpose = ({ states }: ConsentPerson, state: ConsentState) => {
  const purpose = consentPurposes.find((one) => states[one] === state);
  return purpose === undefined ? {} : { purpose };
};

const AskForm = ({ person, close }: FormProps) => {
  const { today } = useSession();
  const form = useCommandForm({
    schema: AskConsent,
    defaultValues: { personId: person.personId, ...withPurpose(person, "notAsked"), askedOn: today, note: "" },
    send: (input) => client.consent.ask.mutate(input),
    draft: { api: drafts, form: "consentRequest", subject: person.personId, personId: person.personId },
    onDone: () => {
      close();
      announce(`${personTitle(person)}さんに説明したことを記録しました`);
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel="記録する"
      pendingLabel="記録しています…"
      cancel={<GiveUp close={close} />}
    >
      <RadioGroup
        {...form.field("purpose", "説明した目的")}
        requirement="required"
        support={hints.purposes}
        options={purposeOptions}
      />
      <FormDateField form={form} name="askedOn" label={fields.askedOn} requirement="required" />
      <TextArea {...form.field("note", fields.note)} requirement="optional" limit={500} rows={3} />
    </CommandFormShell>
  );
};

const RefuseForm = ({ person, close }: FormProps) => {
  const { today } = useSession();
  const form = useCommandForm({
    schema: RefuseConsent,
    defaultValues: { personId: person.personId, ...withPurpose(person, "asked"), refusedOn: today, note: "" },
    send: (input) => client.consent.refuse.mutate(input),
    draft: { api: drafts, form: "consentRefusal", subject: person.personId, personId: person.personId },
    onDone: () => {
      close();
      announce(`${personTitle(person)}さんの返事を記録しました`);
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel="記録する"
      pendingLabel="記録しています…"
      cancel={<GiveUp close={close} />}
    >
      <RadioGroup
        {...form.field("purpose", "同意しないと答えた目的")}
        requirement="required"
        options={purposeOptions}
      />
      <FormDateField form={form} name="refusedOn" label={fields.refusedOn} requirement="required" />
      <TextArea
        {...form.field("note", fields.note)}
        requirement="optional"
        support="理由を聞き出す必要はありません。"
        limit={500}
        rows={3}
      />
    </CommandFormShell>
  );
};

/** Records that the person was told what a consent would mean. */
export const AskDialog = ({ person }: { readonly person: ConsentPerson }) => (
  <CommandDialog
    ability={person.abilities.ask}
    label={actions.ask}
    title={`${personTitle(person)}さんに説明したことを記録する`}
  >
    {(close) => <AskForm person={person} close={close} />}
  </CommandDialog>
);

/** Records a no. What was consented to before stays until it is withdrawn. */
export const RefuseDialog = ({ person }: { readonly person: ConsentPerson }) => (
  <CommandDialog
    ability={person.abilities.refuse}
    label={actions.refuse}
    title={`${personTitle(person)}さんの返事を記録する`}
    effect={<p>これまでの同意は、そのまま残ります。これまでの同意もやめたいときは、「撤回」を選んでください。</p>}
  >
    {(close) => <RefuseForm person={person} close={close} />}
  </CommandDialog>
);
