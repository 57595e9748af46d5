import {
  AddMeetingBody,
  bodyHosts,
  ChangeMeetingBody,
  EndMeetingBody,
  legalBases,
  RenameMeetingBody,
} from "@tsunagari/domain/municipality";
import { municipalityMessages, structureMessages } from "@tsunagari/messages";
import { FormDateField, useSession } from "@tsunagari/portal";
import { RadioGroup, Select, TextField } from "@tsunagari/ui";
import { client, drafts } from "../../client.ts";
import { EditDialog } from "./edit-dialog.tsx";
import { FrequencyFields } from "./frequency-fields.tsx";
import type { Body } from "./queries.ts";

const { actions, effects } = municipalityMessages;
const { bodyHosts: hosts, legalBases: bases } = structureMessages;
const hostOptions = bodyHosts.map((value) => ({ value, label: hosts[value] }));

export const AddBodyDialog = ({ bodies }: { readonly bodies: readonly Body[] }) => {
  const { today } = useSession();
  return (
    <EditDialog
      label={actions.addMeetingBody}
      isMain
      title="会議体を加えますか"
      effect={effects.addMeetingBody}
      schema={AddMeetingBody}
      defaultValues={{
        name: "",
        legalBasis: "other",
        host: "municipality",
        frequency: { kind: "asNeeded", times: null },
        parentId: "",
        sinceOn: today,
      }}
      send={(input) => client.municipality.addMeetingBody.mutate(input)}
      draft={{ api: drafts, form: "meetingBody", subject: "" }}
      submitLabel="加える"
      done="会議体を加えました"
    >
      {(form) => (
        <>
          <TextField {...form.field("name", "会議体の名前")} requirement="required" width="full" />
          <RadioGroup
            {...form.field("legalBasis", "法律上の位置づけ")}
            requirement="required"
            support="あとから変えられません。"
            options={legalBases.map((value) => ({ value, label: bases[value] }))}
          />
          <RadioGroup {...form.field("host", "主催")} requirement="required" options={hostOptions} />
          <FrequencyFields
            kind={form.field("frequency.kind", "開く回数")}
            times={form.field("frequency.times", "何回か")}
            chosen={form.form.watch("frequency.kind")}
            clearTimes={() => form.form.setValue("frequency.times", null)}
          />
          <Select
            {...form.field("parentId", "上の会議体")}
            emptyLabel="上の会議体はない"
            options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            width="full"
          />
          <FormDateField form={form} name="sinceOn" label="いつから" requirement="required" />
        </>
      )}
    </EditDialog>
  );
};

type Row = { readonly body: Body };

export const RenameBodyDialog = ({ body }: Row) => {
  const { today } = useSession();
  return (
    <EditDialog
      label="名前を変える"
      of={body.name}
      title={`「${body.name}」の名前を変えますか`}
      effect={effects.renameMeetingBody}
      schema={RenameMeetingBody}
      defaultValues={{ meetingBodyId: body.id, name: body.name, sinceOn: today, version: body.version }}
      send={(input) => client.municipality.renameMeetingBody.mutate(input)}
      submitLabel="名前を変える"
      done="会議体の名前を変えました"
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

export const ChangeBodyDialog = ({ body }: Row) => (
  <EditDialog
    label="主催・回数を変える"
    of={body.name}
    title={`「${body.name}」の主催や回数を変えますか`}
    effect={effects.changeMeetingBody}
    schema={ChangeMeetingBody}
    defaultValues={{ meetingBodyId: body.id, host: body.host, frequency: body.frequency, version: body.version }}
    send={(input) => client.municipality.changeMeetingBody.mutate(input)}
    submitLabel="変える"
    done="会議体の主催・回数を変えました"
  >
    {(form) => (
      <>
        <RadioGroup {...form.field("host", "主催")} requirement="required" options={hostOptions} />
        <FrequencyFields
          kind={form.field("frequency.kind", "開く回数")}
          times={form.field("frequency.times", "何回か")}
          chosen={form.form.watch("frequency.kind")}
          clearTimes={() => form.form.setValue("frequency.times", null)}
        />
      </>
    )}
  </EditDialog>
);

export const EndBodyDialog = ({ body }: Row) => {
  const { today } = useSession();
  return (
    <EditDialog
      label="終わりにする"
      of={body.name}
      title={`「${body.name}」を終わりにしますか`}
      effect={effects.endMeetingBody}
      isDangerous
      schema={EndMeetingBody}
      defaultValues={{ meetingBodyId: body.id, untilOn: today, version: body.version }}
      send={(input) => client.municipality.endMeetingBody.mutate(input)}
      submitLabel="終わりにする"
      done="終わりの日を決めました"
    >
      {(form) => <FormDateField form={form} name="untilOn" label="なくなる日" requirement="required" />}
    </EditDialog>
  );
};
