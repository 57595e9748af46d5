import { shortDateText, useSession, type CommandForm } from "@tsunagari/portal";
import { Button, StatusBadge } from "@tsunagari/ui";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import type { EditorValues } from "./editor-values.ts";
import { upcomingOf, type Upcoming } from "./upcoming.ts";

const step = 8;
/** As many as a schedule may leave out. */
const most = 56;

type DateItemProps = { readonly date: Upcoming; readonly onToggle: () => void };

const DateItem = ({ date: { on, isSkipped }, onToggle }: DateItemProps) => (
  <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className={isSkipped ? "text-solid-gray-700 line-through" : undefined}>{shortDateText(on)}</span>
      {isSkipped ? <StatusBadge tone="quiet">休み</StatusBadge> : null}
    </span>
    <Button size="small" variant={isSkipped ? "secondary" : "text"} onClick={onToggle}>
      {isSkipped ? "開くことにする" : "休みにする"}
      <span className="sr-only">（{shortDateText(on)}）</span>
    </Button>
  </li>
);

/** The dates that follow from what is chosen, at once; each can be left out and taken back by one press. */
export const UpcomingDates = ({ form }: { readonly form: CommandForm<EditorValues> }) => {
  const { today } = useSession();
  const [count, setCount] = useState(step);
  const schedule = useWatch({ control: form.form.control, name: "content.schedule" });
  const dates = upcomingOf(schedule, today, count);
  const toggle = ({ on, isSkipped }: Upcoming) =>
    form.form.setValue(
      "content.schedule.skippedOn",
      isSkipped ? schedule.skippedOn.filter((day) => day !== on) : [...schedule.skippedOn, on],
      { shouldDirty: true },
    );
  return (
    <div className="flex flex-col gap-3 rounded-12 bg-canvas p-4 sm:p-5">
      <h3 className="text-std-16B-170">これからの開催日</h3>
      {dates === null ? (
        <p className="text-solid-gray-700">曜日と最初の日を選ぶと、ここに開催日が並びます。</p>
      ) : dates.length === 0 ? (
        <p>これからの開催日がありません。最後の日を確かめてください。</p>
      ) : (
        <>
          <p className="text-solid-gray-700">休む日があれば、「休みにする」を押してください。</p>
          <ul className="flex max-w-xl flex-col divide-y divide-solid-gray-200">
            {dates.map((date) => (
              <DateItem key={date.on} date={date} onToggle={() => toggle(date)} />
            ))}
          </ul>
        </>
      )}
      {dates !== null && dates.length === count && count < most ? (
        <div>
          <Button size="small" onClick={() => setCount(count + step)}>
            もっと先の日を見る
          </Button>
        </div>
      ) : null}
    </div>
  );
};
