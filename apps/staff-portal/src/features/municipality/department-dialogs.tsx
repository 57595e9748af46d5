import { AddDepartment, departmentKinds, EndDepartment, RenameDepartment } from "@tsunagari/domain/municipality";
import { municipalityMessages } from "@tsunagari/messages";
import { FormDateField, useSession } from "@tsunagari/portal";
import { RadioGroup, Select, TextField } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { EditDialog } from "./edit-dialog.tsx";
import type { Department } from "./queries.ts";

const { actions, departmentKinds: kinds, effects } = municipalityMessages;

type All = { readonly all: readonly Department[] };
type Row = { readonly row: Department };

const optionsOf = (all: readonly Department[]) => all.map(({ id, name }) => ({ value: id, label: name }));

export const AddDepartmentDialog = ({ all }: All) => {
  const { today } = useSession();
  return (
    <EditDialog
      label={actions.addDepartment}
      isMain
      title="部署か機関を加えますか"
      effect={effects.addDepartment}
      schema={AddDepartment}
      defaultValues={{ parentId: "", kind: "section", name: "", sinceOn: today }}
      send={(input) => client.municipality.addDepartment.mutate(input)}
      submitLabel="加える"
      done="部署・機関を加えました"
    >
      {(form) => (
        <>
          <TextField {...form.field("name", "名前")} requirement="required" width="full" />
          <RadioGroup
            {...form.field("kind", "種類")}
            requirement="required"
            options={departmentKinds.map((value) => ({ value, label: kinds[value] }))}
          />
          <Select
            {...form.field("parentId", "どの部署の中か")}
            emptyLabel="どの部署の中でもない"
            options={optionsOf(all)}
            width="full"
          />
          <FormDateField form={form} name="sinceOn" label="いつから" requirement="required" />
        </>
      )}
    </EditDialog>
  );
};

export const RenameDepartmentDialog = ({ row }: Row) => {
  const { today } = useSession();
  return (
    <EditDialog
      label="名前を変える"
      of={row.name}
      title={`「${row.name}」の名前を変えますか`}
      effect={effects.renameDepartment}
      schema={RenameDepartment}
      defaultValues={{ departmentId: row.id, name: row.name, sinceOn: today, version: row.version }}
      send={(input) => client.municipality.renameDepartment.mutate(input)}
      submitLabel="名前を変える"
      done="名前を変えました"
    >
      {(form) => (
        <>
          <TextField {...form.field("name", "新しい名前")} requirement="required" width="full" />
          <FormDateField form={form} name="sinceOn" label="いつから" requirement="required" />
        </>
      )}
    </EditDialog>
  );
};

export const EndDepartmentDialog = ({ row, all }: Row & All) => {
  const { today } = useSession();
  return (
    <EditDialog
      label="終わりにする"
      of={row.name}
      title={`「${row.name}」を終わりにしますか`}
      effect={effects.endDepartment}
      isDangerous
      schema={EndDepartment}
      defaultValues={{ departmentId: row.id, untilOn: today, successorId: "", version: row.version }}
      send={(input) => client.municipality.endDepartment.mutate(input)}
      submitLabel="終わりにする"
      done="終わりの日を決めました"
    >
      {(form) => (
        <>
          <FormDateField
            form={form}
            name="untilOn"
            label="なくなる日"
            requirement="required"
            support="この日から、選べなくなります。前の日までは続きます。"
          />
          <Select
            {...form.field("successorId", "引き継ぐ部署・機関")}
            emptyLabel="引き継ぐところはない"
            options={optionsOf(all.filter(({ id }) => id !== row.id))}
            width="full"
          />
        </>
      )}
    </EditDialog>
  );
};
