import { useSuspenseQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { DateField as CivilDateField } from "@tsunagari/domain/kernel";
import { RenameLabel } from "@tsunagari/domain/municipality";
import { fieldText, labelText, municipalityMessages } from "@tsunagari/messages";
import {
  announce,
  CommandDialog,
  CommandFormShell,
  eraDateText,
  FormDateField,
  useCommandForm,
  useSession,
} from "@tsunagari/portal";
import {
  Button,
  buttonStyle,
  ButtonRow,
  Card,
  DateField,
  Form,
  Stack,
  Table,
  TextField,
  type TableColumn,
} from "@tsunagari/ui";
import { useState } from "react";
import { client } from "../../client.ts";
import { labelsOptions, type Label } from "./queries.ts";
import { ReadOnlyNote } from "./read-only-note.tsx";
import type { SettingsSearch } from "./search.ts";

const { fields, actions, effects, labelGroups } = municipalityMessages;

type RenameFormProps = { readonly label: Label; readonly close: () => void };

const RenameForm = ({ label, close }: RenameFormProps) => {
  const { today } = useSession();
  const form = useCommandForm({
    schema: RenameLabel,
    defaultValues: { key: label.key, text: label.text, sinceOn: today, version: label.version },
    send: (input) => client.municipality.renameLabel.mutate(input),
    onDone: () => {
      close();
      announce("呼び名を変えました");
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel={actions.renameLabel}
      cancel={
        <Button size="large" onClick={close}>
          やめる
        </Button>
      }
    >
      <TextField {...form.field("text", fields.text)} requirement="required" width="full" />
      <FormDateField
        form={form}
        name="sinceOn"
        label={fields.sinceOn}
        requirement="required"
        support="この日から、新しい呼び名になります。先の日も選べます。"
      />
    </CommandFormShell>
  );
};

const OnForm = ({ on, isToday }: { readonly on: string; readonly isToday: boolean }) => {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(on);
  const [error, setError] = useState<string | undefined>(undefined);
  const apply = () => {
    const date = CivilDateField.safeParse(typed);
    setError(date.success ? undefined : fieldText(date.error.issues[0]?.message ?? "not_a_date"));
    if (date.success) void navigate({ to: "/settings", search: { tab: "names", on: date.data }, resetScroll: false });
  };
  return (
    <Form
      className="gap-4 sm:flex-row sm:flex-wrap sm:items-end"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <DateField label="いつの呼び名" value={typed} onChange={setTyped} error={error} />
      <ButtonRow className="sm:items-center">
        <Button type="submit">この日の呼び名を見る</Button>
        {isToday ? null : (
          <Link to="/settings" search={{ tab: "names" }} className={buttonStyle({ variant: "text" })}>
            今日に戻す
          </Link>
        )}
      </ButtonRow>
    </Form>
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
  cell: (label) => (
    <CommandDialog
      ability
      label={
        <>
          変える<span className="sr-only">（{label.text}）</span>
        </>
      }
      size="small"
      title={`「${label.text}」の呼び名を変えますか`}
      effect={effects.renameLabel}
    >
      {(close) => <RenameForm label={label} close={close} />}
    </CommandDialog>
  ),
};

/** What the city calls roles, meetings and programmes on a day. */
export const NamesPanel = ({ search }: { readonly search: SettingsSearch }) => {
  const { today } = useSession();
  const { data } = useSuspenseQuery(labelsOptions(search.on));
  const { renameLabel } = data.abilities;
  return (
    <Stack>
      <ReadOnlyNote ability={renameLabel} />
      <Card lead="役割・会議・事業の、この市での呼び名です。過去の記録は、その日の呼び名のまま表示されます。">
        <OnForm key={data.on} on={data.on} isToday={data.on === today} />
      </Card>
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
