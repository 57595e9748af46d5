import { useSuspenseQuery } from "@tanstack/react-query";
import { AddAgency, AddIndividual } from "@tsunagari/domain/platform";
import { platformMessages } from "@tsunagari/messages";
import { FormDateField, FormDialog, useSession, type Ability } from "@tsunagari/portal";
import { Checkbox, Select, TextField } from "@tsunagari/ui";
import { z } from "zod";
import { client } from "../../client.ts";
import { departmentsOptions, type Participants, type Platform } from "./queries.ts";

const { actions, fields, participantEffects } = platformMessages;

type AgencyProps = { readonly platform: Platform; readonly participants: Participants };

export const AddAgencyDialog = ({ platform, participants }: AgencyProps) => {
  const { today } = useSession();
  const { data } = useSuspenseQuery(departmentsOptions);
  const names = participants.agencies.map(({ name }) => name);
  const agencies = data.departments.filter(({ kind, name }) => kind === "agency" && !names.includes(name));
  return (
    <FormDialog
      ability={participants.abilities.addAgency}
      label={actions.addAgency}
      size="small"
      icon="plus"
      title={`${platform.name}に、相談支援機関を加えますか`}
      effect={participantEffects.addAgency}
      schema={AddAgency}
      defaultValues={{ platformId: platform.id, departmentId: "", sinceOn: today }}
      send={(input) => client.platform.addAgency.mutate(input)}
      submitLabel="加える"
      done="相談支援機関を加えました"
    >
      {(form) => (
        <>
          <Select
            {...form.field("departmentId", fields.departmentId)}
            requirement="required"
            emptyLabel="選んでください"
            width="full"
            options={agencies.map(({ id, name }) => ({ value: id, label: name }))}
            support="ここにない機関は、先に、設定の「組織」に加えます。"
          />
          <FormDateField form={form} name="sinceOn" label="参加の開始日" requirement="required" />
        </>
      )}
    </FormDialog>
  );
};

type IndividualValues = Required<z.input<typeof AddIndividual>> & { name: string; guardianAgreedOn: string };

/** Only what belongs to the answer is sent: what was typed before the other one stays behind. */
const toCommand = (values: IndividualValues) => ({
  ...values,
  name: values.isMinor ? "" : values.name,
  guardianAgreedOn: values.isMinor ? values.guardianAgreedOn : "",
});
const IndividualForm = z
  .custom<IndividualValues>()
  .transform((values): unknown => toCommand(values))
  .pipe(AddIndividual);

type IndividualProps = { readonly platform: Platform; readonly ability: Ability };

export const AddIndividualDialog = ({ platform, ability }: IndividualProps) => {
  const { today } = useSession();
  return (
    <FormDialog<IndividualValues, unknown>
      ability={ability}
      label={actions.addIndividual}
      size="small"
      icon="plus"
      title={`${platform.name}に、個人の参加者を加えますか`}
      effect={participantEffects.addIndividual}
      schema={IndividualForm}
      defaultValues={{ platformId: platform.id, isMinor: false, name: "", guardianAgreedOn: "", sinceOn: today }}
      send={(values) => client.platform.addIndividual.mutate(toCommand(values))}
      submitLabel="加える"
      done="個人の参加者を加えました"
    >
      {(form) => (
        <>
          <Checkbox
            {...form.field("isMinor", fields.isMinor)}
            support="18歳未満の人の名前は、書きません。保護者の同意書があるときだけ、加えられます。"
          />
          {form.form.watch("isMinor") ? (
            <FormDateField
              form={form}
              name="guardianAgreedOn"
              label={fields.guardianAgreedOn}
              requirement="required"
              support="参加の開始日と同じか、それより前の日です。"
            />
          ) : (
            <TextField {...form.field("name", fields.individualName)} requirement="required" width="full" />
          )}
          <FormDateField form={form} name="sinceOn" label="参加の開始日" requirement="required" />
        </>
      )}
    </FormDialog>
  );
};
