import { useSuspenseQuery } from "@tanstack/react-query";
import { AddClosedDay } from "@tsunagari/domain/municipality";
import { municipalityMessages } from "@tsunagari/messages";
import { announce, ConfirmAction, eraDateText, FormDateField } from "@tsunagari/portal";
import { Card, EmptyState, Stack, TextField } from "@tsunagari/ui";
import { client } from "../../client.ts";
import { EditDialog } from "./edit-dialog.tsx";
import { settingsOptions } from "./queries.ts";
import { ReadOnlyNote } from "./read-only-note.tsx";

const { actions, effects } = municipalityMessages;

const AddDay = () => (
  <EditDialog
    label={actions.addClosedDay}
    isMain
    title="休業日を加えますか"
    effect={effects.addClosedDay}
    schema={AddClosedDay}
    defaultValues={{ closedOn: "", name: "" }}
    send={(input) => client.municipality.addClosedDay.mutate(input)}
    submitLabel="加える"
    done="休業日を加えました"
  >
    {(form) => (
      <>
        <FormDateField form={form} name="closedOn" label="休む日" requirement="required" />
        <TextField
          {...form.field("name", "何の日か")}
          requirement="required"
          width="full"
          support="例：開庁記念日、システムの入れ替え"
        />
      </>
    )}
  </EditDialog>
);

type Day = { readonly closedOn: string; readonly name: string };

const DayItem = ({ day, canChange }: { readonly day: Day; readonly canChange: boolean }) => (
  <li className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-t border-solid-gray-200 pt-3 first:border-t-0 first:pt-0">
    <span>
      {eraDateText(day.closedOn)}　{day.name}
    </span>
    {canChange ? (
      <ConfirmAction
        ability
        variant="secondary"
        label="取り消す"
        title={`${eraDateText(day.closedOn)}の休業日を取り消しますか`}
        effect={effects.removeClosedDay}
        confirmLabel="取り消す"
        isDangerous
        send={(requestId) => client.municipality.removeClosedDay.mutate({ closedOn: day.closedOn, requestId })}
        onDone={() => announce("休業日を取り消しました")}
      />
    ) : null}
  </li>
);

/** Days on which the city does not work, beside weekends, holidays and the turn of the year (D-12). */
export const ClosedDaysPanel = () => {
  const { data } = useSuspenseQuery(settingsOptions);
  const { addClosedDay, removeClosedDay } = data.abilities;
  return (
    <Stack>
      <ReadOnlyNote ability={addClosedDay} />
      <Card title="市の休業日" aside={addClosedDay === true ? <AddDay /> : undefined}>
        {data.closedDays.length === 0 ? (
          <EmptyState title="市だけの休業日はありません">
            土日・祝日・年末年始（12月29日〜1月3日）は、ここに入れなくても休みとして数えます。
          </EmptyState>
        ) : (
          <ul className="flex flex-col gap-3">
            {data.closedDays.map((day) => (
              <DayItem key={day.closedOn} day={day} canChange={removeClosedDay === true} />
            ))}
          </ul>
        )}
      </Card>
    </Stack>
  );
};
