import type { CivilDate } from "@tsunagari/domain/kernel";
import { calendarLeaf } from "../../date-text.ts";

/** A date to find with the eye; the same date stands in words beside it. */
export const CalendarLeaf = ({ on }: { readonly on: CivilDate }) => {
  const { month, day, weekday } = calendarLeaf(on);
  return (
    <span
      aria-hidden="true"
      className="flex w-19 shrink-0 flex-col items-center overflow-clip rounded-12 border border-solid-gray-300 bg-white print:hidden"
    >
      <span className="w-full bg-green-800 py-1.5 text-center text-white text-oln-16B-100">{month}</span>
      <span className="pt-2.5 text-std-28B-150 leading-100!">{day}</span>
      <span className="py-2 text-solid-gray-700 text-oln-16N-100">{weekday}曜</span>
    </span>
  );
};

const UndatedLeaf = ({ lines: [first, second] }: { readonly lines: readonly [string, string] }) => (
  <span
    aria-hidden="true"
    className="flex min-h-24 w-19 shrink-0 flex-col items-center justify-center rounded-12 border border-solid-gray-300 bg-solid-gray-50 text-center text-solid-gray-800 text-oln-16B-100 print:hidden"
  >
    <span className="pb-1.5">{first}</span>
    <span>{second}</span>
  </span>
);

/** In place of a date where it goes by appointment. */
export const AppointmentLeaf = () => <UndatedLeaf lines={["相談して", "決める"]} />;

/** In place of a date where none is left: the last was today, or all that remain fall out. */
export const NoDateLeaf = () => <UndatedLeaf lines={["日程は", "確認を"]} />;
