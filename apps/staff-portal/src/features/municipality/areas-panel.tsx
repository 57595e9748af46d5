import { useSuspenseQuery } from "@tanstack/react-query";
import { RenameArea } from "@tsunagari/domain/municipality";
import { municipalityMessages } from "@tsunagari/messages";
import { announce, CommandDialog, CommandFormShell, useCommandForm } from "@tsunagari/portal";
import { Button, Card, EmptyState, Stack, TextField } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { areasOptions, type Area } from "./queries.ts";
import { ReadOnlyNote } from "./read-only-note.tsx";

const { actions, effects, fields } = municipalityMessages;

const RenameForm = ({ area, close }: { readonly area: Area; readonly close: () => void }) => {
  const form = useCommandForm({
    schema: RenameArea,
    defaultValues: { areaId: area.id, name: area.name, version: area.version },
    send: (input) => client.municipality.renameArea.mutate(input),
    onDone: () => {
      close();
      announce("地域の名前を変えました");
    },
  });
  return (
    <CommandFormShell
      form={form}
      submitLabel="名前を変える"
      cancel={
        <Button size="large" onClick={close}>
          やめる
        </Button>
      }
    >
      <TextField {...form.field("name", fields.name)} requirement="required" width="full" />
    </CommandFormShell>
  );
};

const AreaItem = ({ area, ability }: { readonly area: Area; readonly ability: true | string }) => (
  <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-solid-gray-200 pt-3 first:border-t-0 first:pt-0">
    <span>{area.name}</span>
    {ability === true ? (
      <CommandDialog
        ability
        label={
          <>
            変える<span className="sr-only">（{area.name}）</span>
          </>
        }
        size="small"
        title={`「${area.name}」の名前を変えますか`}
        effect={effects.renameArea}
      >
        {(close) => <RenameForm area={area} close={close} />}
      </CommandDialog>
    ) : null}
  </li>
);

/** The city's areas by scheme; names may be given later (D-40). */
export const AreasPanel = () => {
  const { data } = useSuspenseQuery(areasOptions);
  if (data.schemes.length === 0) {
    return (
      <EmptyState title={actions.renameArea} icon="platform">
        地域の区分はまだありません。市の登録のときに入れます。
      </EmptyState>
    );
  }
  return (
    <Stack>
      <ReadOnlyNote ability={data.abilities.renameArea} />
      {data.schemes.map((scheme) => (
        <Card
          key={scheme.id}
          title={`${scheme.name}（${scheme.areas.length}か所）`}
          lead={
            scheme.isDisclosable
              ? "つなぎを受け入れる前の団体に、住んでいる地域として伝えられる区分です。伝えるかどうかは、つなぎごとに選びます。"
              : "受け入れる前の団体には、伝えない区分です。"
          }
        >
          <ul className="flex flex-col gap-3">
            {scheme.areas.map((area) => (
              <AreaItem key={area.id} area={area} ability={data.abilities.renameArea} />
            ))}
          </ul>
        </Card>
      ))}
    </Stack>
  );
};
