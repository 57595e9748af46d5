import { activityMessages } from "@tsunagari/messages";
import type { Activity } from "../../caller.ts";
import { AppointmentLeaf, CalendarLeaf } from "./calendar-leaf.tsx";
import { dateText, timesText } from "../../date-text.ts";

/** The very next date large, the following ones below it. */
const Weekly = ({ activity }: { readonly activity: Activity }) => {
  const { schedule, nextDates } = activity;
  const [first, ...later] = nextDates;
  if (schedule.kind !== "weekly" || first === undefined)
    return <p>これからの開催日は、問い合わせ先にお確かめください。</p>;
  const times = timesText(schedule);
  return (
    <div className="flex flex-col gap-5">
      <div className="flex items-center gap-4 sm:gap-5">
        <CalendarLeaf on={first} />
        <p className="flex flex-col gap-1">
          <span className="text-solid-gray-700">次の開催</span>
          <strong className="text-std-18B-160 sm:text-std-22B-150">{dateText(first)}</strong>
          <span className="text-std-18B-160">{times}</span>
        </p>
      </div>
      <div className="flex flex-col gap-2">
        <p>
          毎週{activityMessages.weekdays[schedule.weekday]} {times}
        </p>
        {later.length === 0 ? null : (
          <>
            <h3 className="text-std-16B-170">その後の開催日</h3>
            <ul className="grid gap-x-8 sm:grid-cols-2 print:grid-cols-3">
              {later.map((on) => (
                <li key={on}>{dateText(on)}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
};

/** When it takes place. */
export const NextDates = ({ activity }: { readonly activity: Activity }) => (
  <section
    aria-labelledby="when"
    className="flex flex-col gap-5 rounded-16 bg-canvas p-5 sm:p-7 print:break-inside-avoid print:bg-white print:p-0"
  >
    <h2 id="when" className="text-std-20B-150">
      {activityMessages.fields.schedule}
    </h2>
    {activity.schedule.kind === "weekly" ? (
      <Weekly activity={activity} />
    ) : (
      <div className="flex items-center gap-4 sm:gap-5">
        <AppointmentLeaf />
        <p>日時は、相談して決めます。まずはお問い合わせください。</p>
      </div>
    )}
    {activity.scheduleNote === null ? null : <p>{activity.scheduleNote}</p>}
  </section>
);
