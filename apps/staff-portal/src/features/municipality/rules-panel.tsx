import { useSuspenseQuery } from "@tanstack/react-query";
import { ChangeSetting, type SettingKey } from "@tsunagari/domain/municipality";
import { municipalityMessages } from "@tsunagari/messages";
import { announce, CommandDialog, CommandFormShell, eraDateText, useCommandForm } from "@tsunagari/portal";
import { Button, Card, CheckboxGroup, RadioGroup, Stack, TextField } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { settingsOptions, type Setting } from "./queries.ts";
import { ReadOnlyNote } from "./read-only-note.tsx";
import { choicesOf, defaultText, manyOf, settingGroups, unitOf, valueText } from "./setting-text.ts";

const { settings: names, settingHelp, settingChoices, effects } = municipalityMessages;

const useChangeForm = (setting: Setting, close: () => void) => {
  return useCommandForm({
    schema: ChangeSetting,
    defaultValues: {
      key: setting.key,
      value: typeof setting.value === "object" ? [...setting.value] : String(setting.value),
      version: setting.version,
    },
    send: (input) => client.municipality.changeSetting.mutate(input),
    onDone: () => {
      close();
      announce(`「${names[setting.key]}」を変えました`);
    },
  });
};

type ValueFieldProps = { readonly form: ReturnType<typeof useChangeForm>; readonly setting: Setting };

/** Some of a list, one of a few, or a number. */
const ValueField = ({ form, setting }: ValueFieldProps) => {
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

const ChangeForm = ({ setting, close }: { readonly setting: Setting; readonly close: () => void }) => {
  const form = useChangeForm(setting, close);
  return (
    <CommandFormShell
      form={form}
      submitLabel="この値に変える"
      pendingLabel="変えています…"
      cancel={
        <Button size="large" onClick={close}>
          やめる
        </Button>
      }
    >
      <ValueField form={form} setting={setting} />
    </CommandFormShell>
  );
};

const Change = ({ setting }: { readonly setting: Setting }) => {
  const { key } = setting;
  return (
    <CommandDialog
      ability
      label={
        <>
          変える<span className="sr-only">（{names[key]}）</span>
        </>
      }
      size="small"
      title={`「${names[key]}」を変えますか`}
      effect={
        <>
          <p>
            今の値は「{valueText(key, setting.value)}」です。{effects.changeSetting}
          </p>
          <p className="text-solid-gray-700">{settingHelp[key]}</p>
        </>
      }
    >
      {(close) => <ChangeForm setting={setting} close={close} />}
    </CommandDialog>
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

/** Every setting with what it does, grouped, and the city's own closed days. */
export const RulesPanel = () => {
  const { data } = useSuspenseQuery(settingsOptions);
  const find = (key: SettingKey) => data.settings.filter((setting) => setting.key === key);
  return (
    <Stack>
      <ReadOnlyNote ability={data.abilities.changeSetting} />
      {settingGroups.map(({ title, keys }) => (
        <Card key={title} title={title}>
          <ul className="flex flex-col gap-4">
            {keys.flatMap(find).map((setting) => (
              <SettingItem key={setting.key} setting={setting} ability={data.abilities.changeSetting} />
            ))}
          </ul>
        </Card>
      ))}
      <Card
        title="市の休業日"
        lead="つなぎの期限を数えるとき、土日・祝日・年末年始（12月29日〜1月3日）のほかに休みにする日です。"
      >
        {data.closedDays.length === 0 ? (
          <p>市だけの休業日はありません。</p>
        ) : (
          <ul>
            {data.closedDays.map(({ closedOn, name }) => (
              <li key={closedOn}>
                {eraDateText(closedOn)} {name}
              </li>
            ))}
          </ul>
        )}
      </Card>
    </Stack>
  );
};
