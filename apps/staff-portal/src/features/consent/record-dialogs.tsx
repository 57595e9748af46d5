import { AskConsent, RefuseConsent, consentPurposes, type ConsentState } from "@tsunagari/domain/consent";
import { consentMessages } from "@tsunagari/messages";
import { FormDateField, FormDialog, useSession } from "@tsunagari/portal";
import { RadioGroup, TextArea } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import type { ConsentPerson } from "./queries.ts";
import { personTitle } from "./wording.ts";

const { actions, fields, hints, purposes, purposeHints } = consentMessages;

const purposeOptions = consentPurposes.map((value) => ({
  value,
  label: purposes[value],
  description: purposeHints[value],
}));

/** What has not been explained yet is what is explained now, as a rule; an answer is to what was explained. */
const withPurpose = ({ states }: ConsentPerson, state: ConsentState) => {
  const purpose = consentPurposes.find((one) => states[one] === state);
  return purpose === undefined ? {} : { purpose };
};

type Props = { readonly person: ConsentPerson };

/** Records that the person was told what a consent would mean. */
export const AskDialog = ({ person }: Props) => {
  const { today } = useSession();
  const { personId, abilities } = person;
  return (
    <FormDialog
      ability={abilities.ask}
      label={actions.ask}
      title={`${personTitle(person)}さんに説明したことを記録する`}
      schema={AskConsent}
      defaultValues={{ personId, ...withPurpose(person, "notAsked"), askedOn: today, note: "" }}
      send={(input) => client.consent.ask.mutate(input)}
      draft={{ api: drafts, form: "consentRequest", subject: personId, personId }}
      submitLabel="記録する"
      pendingLabel="記録しています…"
      done={`${personTitle(person)}さんに説明したことを記録しました`}
    >
      {(form) => (
        <>
          <RadioGroup
            {...form.field("purpose", "説明した目的")}
            requirement="required"
            support={hints.purposes}
            options={purposeOptions}
          />
          <FormDateField form={form} name="askedOn" label={fields.askedOn} requirement="required" />
          <TextArea {...form.field("note", fields.note)} requirement="optional" limit={500} rows={3} />
        </>
      )}
    </FormDialog>
  );
};

/** Records a no. What was consented to before stays until it is withdrawn. */
export const RefuseDialog = ({ person }: Props) => {
  const { today } = useSession();
  const { personId, abilities } = person;
  return (
    <FormDialog
      ability={abilities.refuse}
      label={actions.refuse}
      title={`${personTitle(person)}さんの返事を記録する`}
      effect={<p>これまでの同意は、そのまま残ります。これまでの同意もやめたいときは、「撤回」を選んでください。</p>}
      schema={RefuseConsent}
      defaultValues={{ personId, ...withPurpose(person, "asked"), refusedOn: today, note: "" }}
      send={(input) => client.consent.refuse.mutate(input)}
      draft={{ api: drafts, form: "consentRefusal", subject: personId, personId }}
      submitLabel="記録する"
      pendingLabel="記録しています…"
      done={`${personTitle(person)}さんの返事を記録しました`}
    >
      {(form) => (
        <>
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
        </>
      )}
    </FormDialog>
  );
};
