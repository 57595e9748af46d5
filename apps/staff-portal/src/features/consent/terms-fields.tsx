import { consentForms, consentGivers, representativeCapacities } from "@tsunagari/domain/consent";
import { caseMessages, consentMessages } from "@tsunagari/messages";
import { FormDateField, type CommandForm } from "@tsunagari/portal";
import { CheckboxGroup, Fieldset, RadioGroup, Select, TextArea, TextField } from "@tsunagari/ui";
import type { DataGroup } from "@tsunagari/domain/case";
import type { TermsValues } from "./terms.ts";

const { fields, hints, forms, givers, capacities, groupExamples } = consentMessages;

type FieldsProps = { readonly form: CommandForm<TermsValues> };

/** Which information, as big choices with examples. */
export const DataGroupField = ({
  form,
  groups,
  isProtected,
}: FieldsProps & { readonly groups: readonly DataGroup[]; readonly isProtected: boolean }) => {
  const isDisclosure = form.form.watch("purpose") === "partnerDisclosure";
  const describe = (group: DataGroup): string =>
    group === "contact" && isProtected && isDisclosure
      ? `${groupExamples[group]}。${caseMessages.fields.isProtected}の対象のため、同意があっても団体には渡りません。`
      : groupExamples[group];
  return (
    <CheckboxGroup
      {...form.field("dataGroups", fields.dataGroups)}
      requirement="required"
      support={hints.dataGroups}
      options={groups.map((value) => ({
        value,
        label: caseMessages.dataGroups[value],
        description: describe(value),
      }))}
    />
  );
};

/** From when and until when. */
export const PeriodFields = ({ form, lastOnHint = hints.lastOn }: FieldsProps & { readonly lastOnHint?: string }) => (
  <Fieldset legend="期間">
    <FormDateField form={form} name="givenOn" label={fields.givenOn} requirement="required" support={hints.givenOn} />
    <FormDateField form={form} name="lastOn" label={fields.lastOn} requirement="optional" support={lastOnHint} />
  </Fieldset>
);

/** The person, or a representative whom the law lets speak; the representative is named (D-02). */
const GiverFields = ({ form }: FieldsProps) => (
  <>
    <RadioGroup
      {...form.field("givenBy", fields.givenBy)}
      requirement="required"
      layout="row"
      options={consentGivers.map((value) => ({ value, label: givers[value] }))}
    />
    {form.form.watch("givenBy") === "legalRepresentative" ? (
      <>
        <TextField
          {...form.field("representativeName", fields.representativeName)}
          requirement="required"
          width="medium"
        />
        <Select
          {...form.field("representativeCapacity", fields.representativeCapacity)}
          requirement="required"
          support={hints.capacity}
          emptyLabel="選んでください"
          options={representativeCapacities.map((value) => ({ value, label: capacities[value] }))}
        />
      </>
    ) : null}
  </>
);

/** By whom and how it was given; a spoken yes needs a witness or a note (D-02). */
export const AnswerFields = ({ form }: FieldsProps) => (
  <Fieldset legend="だれが、どのように同意したか">
    <GiverFields form={form} />
    <RadioGroup
      {...form.field("form", fields.form)}
      requirement="required"
      layout="row"
      options={consentForms.map((value) => ({ value, label: forms[value] }))}
    />
    {form.form.watch("form") === "oral" ? (
      <>
        <p className="text-solid-gray-700">{hints.oral}</p>
        <TextField {...form.field("witness", fields.witness)} width="medium" />
        <TextArea {...form.field("formNote", fields.formNote)} support={hints.formNote} limit={500} rows={3} />
      </>
    ) : null}
  </Fieldset>
);
