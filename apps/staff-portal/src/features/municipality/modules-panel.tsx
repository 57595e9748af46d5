import { useSuspenseQuery } from "@tanstack/react-query";
import { SwitchModule } from "@tsunagari/domain/municipality";
import { municipalityMessages, structureMessages } from "@tsunagari/messages";
import { FormDateField, useSession } from "@tsunagari/portal";
import { Card, Stack, StatusBadge } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { spanText } from "./dated-text.ts";
import { DayForm } from "./day-form.tsx";
import { EditDialog } from "./edit-dialog.tsx";
import { modulesOptions, type Module } from "./queries.ts";
import { ReadOnlyNote } from "./read-only-note.tsx";
import type { SectionSearch } from "./search.ts";

const { modules: names, moduleStates } = structureMessages;
const { effects } = municipalityMessages;

const Switch = ({ module }: { readonly module: Module }) => {
  const { today } = useSession();
  // What was said last, planned days too, is what a new word replaces.
  const isOn = module.periods.at(-1)?.isOn ?? module.isOn;
  const name = names[module.module];
  return (
    <EditDialog
      label={isOn ? "使わないようにする" : "使うようにする"}
      of={name}
      title={isOn ? `「${name}」を使わないようにしますか` : `「${name}」を使うようにしますか`}
      effect={isOn ? effects.switchModuleOff : effects.switchModuleOn}
      isDangerous={isOn}
      schema={SwitchModule}
      defaultValues={{ module: module.module, isOn: !isOn, sinceOn: today, version: module.version }}
      send={(input) => client.municipality.switchModule.mutate(input)}
      submitLabel={isOn ? "使わないようにする" : "使うようにする"}
      done={`「${name}」を切り替えました`}
    >
      {(form) => (
        <FormDateField
          form={form}
          name="sinceOn"
          label="いつから"
          requirement="required"
          support="この日から切り替わります。先の日も選べます。"
        />
      )}
    </EditDialog>
  );
};

const ModuleItem = ({ module, canChange }: { readonly module: Module; readonly canChange: boolean }) => (
  <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-solid-gray-200 pt-4 first:border-t-0 first:pt-0">
    <div className="flex min-w-0 flex-col gap-1">
      <h2 className="flex flex-wrap items-center gap-3 text-std-17N-170">
        {names[module.module]}
        <StatusBadge tone={module.isOn ? "success" : "quiet"}>
          {module.isOn ? moduleStates.on : moduleStates.off}
        </StatusBadge>
      </h2>
      {module.periods.length === 0 ? (
        <p className="text-solid-gray-700">はじめの値のままです</p>
      ) : (
        <ul className="text-solid-gray-700">
          {module.periods.map(({ isOn, sinceOn, untilOn }) => (
            <li key={sinceOn}>{`${isOn ? moduleStates.on : moduleStates.off}：${spanText(sinceOn, untilOn)}`}</li>
          ))}
        </ul>
      )}
    </div>
    {canChange ? <Switch module={module} /> : null}
  </li>
);

/** The rooms of the program, open or closed on a day (C-20). */
export const ModulesPanel = ({ search }: { readonly search: SectionSearch }) => {
  const { data } = useSuspenseQuery(modulesOptions(search.on));
  const { switchModule } = data.abilities;
  return (
    <Stack>
      <ReadOnlyNote ability={switchModule} />
      <DayForm section="modules" on={data.on} />
      <Card>
        <ul className="flex flex-col gap-4">
          {data.modules.map((module) => (
            <ModuleItem key={module.module} module={module} canChange={switchModule === true} />
          ))}
        </ul>
      </Card>
    </Stack>
  );
};
