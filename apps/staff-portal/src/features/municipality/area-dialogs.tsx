import { AddArea, AddAreaScheme, ChangeAreaScheme, EndArea, RenameArea } from "@tsunagari/domain/municipality";
import { municipalityMessages } from "@tsunagari/messages";
import { FormDateField, useSession, type FieldBinding } from "@tsunagari/portal";
import { Checkbox, NotificationBanner, Select, TextField } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { EditDialog } from "./edit-dialog.tsx";
import type { Area, AreaScheme } from "./queries.ts";

const { actions, effects } = municipalityMessages;

type SchemeField = "name" | "tier" | "isDisclosable";
type SchemeForm = { readonly field: <Name extends SchemeField>(name: Name, label: string) => FieldBinding<Name> };

const SchemeFields = ({ form }: { readonly form: SchemeForm }) => (
  <>
    <TextField
      {...form.field("name", "種類の名前")}
      requirement="required"
      width="full"
      support="例：日常生活圏域、中学校区"
    />
    <TextField
      {...form.field("tier", "層")}
      requirement="optional"
      width="short"
      inputMode="numeric"
      support="第1層・第2層のように数えるときだけ、数字を入れてください。"
    />
    <Checkbox
      {...form.field("isDisclosable", "受け入れる前の団体に、住んでいる地域として伝えてよい")}
      support="広い区分だけにしてください。せまい区分は、住んでいる所がわかってしまうことがあります。"
    />
  </>
);

export const AddSchemeDialog = () => (
  <EditDialog
    label={actions.addAreaScheme}
    isMain
    title="圏域の種類を加えますか"
    effect={effects.addAreaScheme}
    schema={AddAreaScheme}
    defaultValues={{ name: "", isDisclosable: false, tier: "" }}
    send={(input) => client.municipality.addAreaScheme.mutate(input)}
    submitLabel="加える"
    done="圏域の種類を加えました"
  >
    {(form) => <SchemeFields form={form} />}
  </EditDialog>
);

/** What another answer means for referrals, said before it is given (D-10). */
const DisclosureNote = ({ isDisclosable }: { readonly isDisclosable: boolean }) => (
  <NotificationBanner
    tone="warning"
    title={isDisclosable ? "この種類の圏域を、伝えられるようにします" : "この種類の圏域を、伝えないようにします"}
  >
    {isDisclosable ? effects.discloseAreas : effects.withholdAreas}
  </NotificationBanner>
);

export const ChangeSchemeDialog = ({ scheme }: { readonly scheme: AreaScheme }) => {
  const { id: schemeId, name, isDisclosable, tier, version } = scheme;
  return (
    <EditDialog
      label="種類を変える"
      of={name}
      title={`「${name}」を変えますか`}
      effect={effects.changeAreaScheme}
      schema={ChangeAreaScheme}
      defaultValues={{ schemeId, name, isDisclosable, tier: tier === null ? "" : String(tier), version }}
      send={(input) => client.municipality.changeAreaScheme.mutate(input)}
      submitLabel="変える"
      done="圏域の種類を変えました"
    >
      {(form) => (
        <>
          <SchemeFields form={form} />
          {form.form.watch("isDisclosable") === isDisclosable ? null : (
            <DisclosureNote isDisclosable={!isDisclosable} />
          )}
        </>
      )}
    </EditDialog>
  );
};

type AddProps = { readonly scheme: AreaScheme; readonly schemes: readonly AreaScheme[] };

export const AddAreaDialog = ({ scheme, schemes }: AddProps) => {
  const { today } = useSession();
  return (
    <EditDialog
      label={actions.addArea}
      of={scheme.name}
      isMain
      title={`「${scheme.name}」に圏域を加えますか`}
      effect={effects.addArea}
      schema={AddArea}
      defaultValues={{ schemeId: scheme.id, parentId: "", name: "", sinceOn: today }}
      send={(input) => client.municipality.addArea.mutate(input)}
      submitLabel="加える"
      done="圏域を加えました"
    >
      {(form) => (
        <>
          <TextField {...form.field("name", "圏域の名前")} requirement="required" width="full" />
          <Select
            {...form.field("parentId", "どの圏域の中か")}
            emptyLabel="どの圏域の中でもない"
            width="full"
            options={schemes.flatMap(({ name, areas }) =>
              areas.map((area) => ({ value: area.id, label: `${name}・${area.name}` })),
            )}
          />
          <FormDateField form={form} name="sinceOn" label="いつから" requirement="required" />
        </>
      )}
    </EditDialog>
  );
};

type Row = { readonly area: Area };

export const RenameAreaDialog = ({ area }: Row) => (
  <EditDialog
    label="名前を変える"
    of={area.name}
    title={`「${area.name}」の名前を変えますか`}
    effect={effects.renameArea}
    schema={RenameArea}
    defaultValues={{ areaId: area.id, name: area.name, version: area.version }}
    send={(input) => client.municipality.renameArea.mutate(input)}
    submitLabel="名前を変える"
    done="圏域の名前を変えました"
  >
    {(form) => <TextField {...form.field("name", "新しい名前")} requirement="required" width="full" />}
  </EditDialog>
);

export const EndAreaDialog = ({ area }: Row) => {
  const { today } = useSession();
  return (
    <EditDialog
      label="終わりにする"
      of={area.name}
      title={`「${area.name}」を終わりにしますか`}
      effect={effects.endArea}
      isDangerous
      schema={EndArea}
      defaultValues={{ areaId: area.id, untilOn: today, version: area.version }}
      send={(input) => client.municipality.endArea.mutate(input)}
      submitLabel="終わりにする"
      done="終わりの日を決めました"
    >
      {(form) => <FormDateField form={form} name="untilOn" label="なくなる日" requirement="required" />}
    </EditDialog>
  );
};
