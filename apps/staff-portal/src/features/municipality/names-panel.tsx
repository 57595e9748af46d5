import { useSuspenseQuery } from "@tanstack/react-query";
import { RenameLabel } from "@tsunagari/domain/municipality";
import { labelText, municipalityMessages } from "@tsunagari/messages";
import { eraDateText, FormDateField, useSession } from "@tsunagari/portal";
import { Card, Stack, Table, TextField, type TableColumn } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { DayForm } from "./day-form.tsx";
import { EditDialog } from "./edit-dialog.tsx";
import { labelsOptions, type Label } from "./queries.ts";
import { ReadOnlyNote } from "./read-only-note.tsx";
import type { SectionSearch } from "./search.ts";

const { fields, actions, effects, labelGroups } = municipalityMessages;

const Rename = ({ label }: { readonly label: Label }) => {
  const { today } = useSession();
  return (
    <EditDialog
      label="変える"
      of={label.text}
      title={`「${label.text}」の呼び名を変えますか`}
      effect={effects.renameLabel}
      schema={RenameLabel}
      defaultValues={{ key: label.key, text: label.text, sinceOn: today, version: label.version }}
      send={(input) => client.municipality.renameLabel.mutate(input)}
      submitLabel={actions.renameLabel}
      done="呼び名を変えました"
    >
      {(form) => (
        <>
          <TextField {...form.field("text", fields.text)} requirement="required" width="full" />
          <FormDateField
            form={form}
            name="sinceOn"
            label={fields.sinceOn}
            requirement="required"
            support="この日から、新しい呼び名になります。先の日も選べます。"
          />
        </>
      )}
    </EditDialog>
  );
};

const columns: readonly TableColumn<Label>[] = [
  { key: "text", header: fields.text, isRowHeader: true, cell: (label) => label.text },
  { key: "own", header: "もとの言葉", cell: (label) => (label.isOwn ? labelText(label.key) : "もとの言葉のまま") },
  {
    key: "since",
    header: fields.sinceOn,
    cell: (label) => (label.sinceOn === null ? "—" : eraDateText(label.sinceOn)),
  },
];

const renameColumn: TableColumn<Label> = {
  key: "rename",
  header: "操作",
  isNarrow: true,
  cell: (label) => <Rename label={label} />,
};

/** What the city calls roles, meetings and programs on a day. */
export const NamesPanel = ({ search }: { readonly search: SectionSearch }) => {
  const { data } = useSuspenseQuery(labelsOptions(search.on));
  const { renameLabel } = data.abilities;
  return (
    <Stack>
      <ReadOnlyNote ability={renameLabel} />
      <DayForm section="names" on={data.on} />
      {labelGroups.map(({ title, prefix }) => (
        <Card key={title} title={title}>
          <Table
            caption={title}
            isCaptionHidden
            rows={data.labels.filter(({ key }) => prefix.some((start) => key.startsWith(start)))}
            rowKey={(label) => label.key}
            columns={renameLabel === true ? [...columns, renameColumn] : columns}
          />
        </Card>
      ))}
    </Stack>
  );
};
