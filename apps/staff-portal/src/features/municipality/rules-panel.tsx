import { useSuspenseQuery } from "@tanstack/react-query";
import { ChangeSetting, type SettingKey } from "@tsunagari/domain/municipality";
import { municipalityMessages } from "@tsunagari/messages";
import type { CommandForm } from "@tsunagari/portal";
import { Card, CheckboxGroup, RadioGroup, Stack, TextField } from "@tsunagari/ui";
import type { z } from "zod";
import { client } from "../../client.ts";
import { EditDialog } from "./edit-dialog.tsx";
import { settingsOptions, type Setting } from "./queries.ts";
import { ReadOnlyNote } from "./read-only-note.tsx";
import { choicesOf, defaultText, manyOf, ruleGroups, securityGroups, unitOf, valueText } from "./setting-text.ts";

const { settings: names, settingHelp, settingChoices, effects } = municipalityMessages;

type Form = CommandForm<z.input<typeof ChangeSetting>>;

/** Some of a list, one of a few, or a number. */
const ValueField = ({ form, setting }: { readonly form: Form; readonly setting: Setting }) => {
  const choices = choicesOf[setting.key];
  const many = manyOf[setting.key];
  if (many !== undefined) {
    return (
      <CheckboxGroup
        {...form.field("value", "選ぶもの")}
        requirement="required"
        options={Object.entries(many).map(([value, label]) => ({ value, label }))}
      />
    );
  }
  if (choices === undefined) {
    return (
      <TextField
        {...form.field("value", "新しい値")}
        requirement="required"
        width="short"
        inputMode="numeric"
        unit={unitOf(setting.key)}
      />
    );
  }
  return (
    <RadioGroup
      {...form.field("value", "新しい値")}
      requirement="required"
      options={choices.map((value) => ({ value, label: settingChoices[value] }))}
    />
  );
};

const Change = ({ setting }: { readonly setting: Setting }) => {
  const { key, value, version } = setting;
  return (
    <EditDialog
      label="変える"
      of={names[key]}
      title={`「${names[key]}」を変えますか`}
      effect={
        <>
          <p>
            今の値は「{valueText(key, value)}」です。{effects.changeSetting}
          </p>
          <p className="text-solid-gray-700">{settingHelp[key]}</p>
        </>
      }
      schema={ChangeSetting}
      defaultValues={{ key, value: typeof value === "object" ? [...value] : String(value), version }}
      send={(input) => client.municipality.changeSetting.mutate(input)}
      submitLabel="この値に変える"
      done={`「${names[key]}」を変えました`}
    >
      {(form) => <ValueField form={form} setting={setting} />}
    </EditDialog>
  );
};

type ItemProps = { readonly setting: Setting; readonly ability: true | string };

const SettingItem = ({ setting, ability }: ItemProps) => {
  const { key } = setting;
  return (
    <li className="flex flex-col gap-3 border-t border-solid-gray-200 pt-4 first:border-t-0 first:pt-0 sm:flex-row sm:items-start sm:justify-between sm:gap-8">
      <div className="flex min-w-0 flex-col gap-1">
        <h3 className="text-std-17N-170">{names[key]}</h3>
        <p className="text-std-20B-150">{valueText(key, setting.value)}</p>
        <p className="max-w-prose text-solid-gray-700">{settingHelp[key]}</p>
        <p className="text-solid-gray-700">
          {valueText(key, setting.value) === defaultText(key)
            ? "はじめの値のままです"
            : `はじめの値：${defaultText(key)}`}
        </p>
      </div>
      {ability === true ? <Change setting={setting} /> : null}
    </li>
  );
};

type PanelProps = { readonly groups: typeof ruleGroups };

/** Settings with what each does, in groups. */
const SettingsPanel = ({ groups }: PanelProps) => {
  const { data } = useSuspenseQuery(settingsOptions);
  const find = (key: SettingKey) => data.settings.filter((setting) => setting.key === key);
  return (
    <Stack>
      <ReadOnlyNote ability={data.abilities.changeSetting} />
      {groups.map(({ title, keys }) => (
        <Card key={title} title={title}>
          <ul className="flex flex-col gap-4">
            {keys.flatMap(find).map((setting) => (
              <SettingItem key={setting.key} setting={setting} ability={data.abilities.changeSetting} />
            ))}
          </ul>
        </Card>
      ))}
    </Stack>
  );
};

export const RulesPanel = () => <SettingsPanel groups={ruleGroups} />;
export const SecurityPanel = () => <SettingsPanel groups={securityGroups} />;
