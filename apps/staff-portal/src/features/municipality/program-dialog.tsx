import { deliveryModes, programStatuses, SetProgram } from "@tsunagari/domain/municipality";
import { municipalityMessages, programEffectText, structureMessages } from "@tsunagari/messages";
import { FormDateField, useSession, type CommandForm } from "@tsunagari/portal";
import { CheckboxGroup, RadioGroup, TextField } from "@tsunagari/ui";
import type { z } from "zod";
import { client, drafts } from "../../client.ts";
import { EditDialog } from "./edit-dialog.tsx";
import type { Department, Program } from "./queries.ts";

type ProgramDialogProps = { readonly program: Program; readonly departments: readonly Department[] };

type FieldsProps = {
  readonly form: CommandForm<z.input<typeof SetProgram>>;
  readonly name: string;
  readonly departments: readonly Department[];
};

const ProgramFields = ({ form, name, departments }: FieldsProps) => (
  <>
    <RadioGroup
      {...form.field("status", "状態")}
      requirement="required"
      options={programStatuses.map((value) => ({
        value,
        label: structureMessages.programStatuses[value],
        description: programEffectText(name, value),
      }))}
    />
    <FormDateField form={form} name="sinceOn" label="いつから" requirement="required" />
    <CheckboxGroup
      {...form.field("modes", "実施方式")}
      requirement="optional"
      layout="row"
      options={deliveryModes.map((value) => ({ value, label: structureMessages.deliveryModes[value] }))}
    />
    <CheckboxGroup
      {...form.field("departmentIds", "担当する部署・機関")}
      requirement="optional"
      options={departments.map((one) => ({ value: one.id, label: one.name }))}
    />
    <TextField
      {...form.field("target", "対象")}
      requirement="optional"
      width="full"
      support="だれのための事業かを、市の計画の言葉で書きます。"
    />
  </>
);

/** From which day a program stands how, and who carries it out. */
export const ProgramDialog = ({ program, departments }: ProgramDialogProps) => {
  const { today } = useSession();
  const last = program.periods.at(-1);
  return (
    <EditDialog
      label="変える"
      of={program.name}
      title={`「${program.name}」の状態を変えますか`}
      effect={municipalityMessages.effects.setProgram}
      schema={SetProgram}
      defaultValues={{
        program: program.program,
        status: last?.status ?? "underStudy",
        modes: [...(last?.modes ?? [])],
        departmentIds: last?.departments.map(({ id }) => id) ?? [],
        target: last?.target ?? "",
        sinceOn: today,
        version: program.version,
      }}
      send={(input) => client.municipality.setProgram.mutate(input)}
      draft={{ api: drafts, form: "program", subject: program.program }}
      submitLabel="この日から変える"
      done={`「${program.name}」の状態を変えました`}
    >
      {(form) => <ProgramFields form={form} name={program.name} departments={departments} />}
    </EditDialog>
  );
};
