import { AddBodyMember, EndBodyMember, memberSides, memberTiers } from "@tsunagari/domain/municipality";
import { municipalityMessages, structureMessages } from "@tsunagari/messages";
import { FormDateField, useSession, type CommandForm } from "@tsunagari/portal";
import { RadioGroup, Select, TextField } from "@tsunagari/ui";
import type { z } from "zod";
import { client } from "../../client.ts";
import { EditDialog } from "./edit-dialog.tsx";
import type { Body, BodyMember, Department } from "./queries.ts";

const { effects } = municipalityMessages;

type AddProps = { readonly body: Body; readonly departments: readonly Department[] };

type AddForm = CommandForm<z.input<typeof AddBodyMember>>;

const AddFields = ({ form, departments }: { readonly form: AddForm; readonly departments: readonly Department[] }) => (
  <>
    <Select
      {...form.field("departmentId", "部署・機関")}
      emptyLabel="一覧にない機関（下に名前を書く）"
      options={departments.map(({ id, name }) => ({ value: id, label: name }))}
      width="full"
    />
    {form.form.watch("departmentId") === "" ? (
      <TextField
        {...form.field("name", "機関の名前")}
        width="full"
        support="機関の名前だけを書きます。個人の名前は書かないでください。"
      />
    ) : null}
    <RadioGroup
      {...form.field("side", "区分")}
      requirement="required"
      options={memberSides.map((value) => ({ value, label: structureMessages.memberSides[value] }))}
    />
    <Select
      {...form.field("tier", "級")}
      emptyLabel="級を分けていない"
      options={memberTiers.map((value) => ({ value, label: structureMessages.memberTiers[value] }))}
    />
    <FormDateField form={form} name="sinceOn" label="いつから" requirement="required" />
  </>
);

/** A department of the city's list, or a body outside of it by name. */
export const AddMemberDialog = ({ body, departments }: AddProps) => {
  const { today } = useSession();
  return (
    <EditDialog
      label="構成員を加える"
      of={body.name}
      title={`「${body.name}」に構成員を加えますか`}
      effect={effects.addBodyMember}
      schema={AddBodyMember}
      defaultValues={{
        meetingBodyId: body.id,
        departmentId: "",
        name: "",
        side: "administrative",
        tier: "",
        sinceOn: today,
      }}
      send={(input) => client.municipality.addBodyMember.mutate(input)}
      submitLabel="加える"
      done="構成員を加えました"
    >
      {(form) => <AddFields form={form} departments={departments} />}
    </EditDialog>
  );
};

export const EndMemberDialog = ({ member }: { readonly member: BodyMember }) => {
  const { today } = useSession();
  const name = member.name ?? "構成員";
  return (
    <EditDialog
      label="外す"
      of={name}
      title={`「${name}」を構成員から外しますか`}
      effect={effects.endBodyMember}
      isDangerous
      schema={EndBodyMember}
      defaultValues={{ bodyMemberId: member.id, untilOn: today, version: member.version }}
      send={(input) => client.municipality.endBodyMember.mutate(input)}
      submitLabel="外す"
      done="構成員から外しました"
    >
      {(form) => <FormDateField form={form} name="untilOn" label="外れる日" requirement="required" />}
    </EditDialog>
  );
};
