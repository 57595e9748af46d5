import { useId, useState, type FocusEvent, type Ref } from "react";
import { classNames } from "./class-names.ts";
import { eraHint, joinDate, splitDate, yearOf, type DateParts } from "./date-parts.ts";
import { controlStyle, describedBy, GroupFrame, type FieldFrameProps } from "./field-frame.tsx";

export type DateFieldProps = FieldFrameProps & {
  readonly id?: string;
  /** With a name, the date is also a hidden field, for a form that is sent without JavaScript's help. */
  readonly name?: string;
  /** `YYYY-MM-DD`; while it is being typed, the parts joined by `-`. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly ref?: Ref<HTMLInputElement>;
  /** Dates of birth: lets the browser fill them in. */
  readonly isBirthday?: boolean;
};

const units = [
  { part: "year", unit: "年", width: "w-16 sm:w-24", autoComplete: "bday-year" },
  { part: "month", unit: "月", width: "w-12 sm:w-16", autoComplete: "bday-month" },
  { part: "day", unit: "日", width: "w-12 sm:w-16", autoComplete: "bday-day" },
] as const;

/** What stands in the three fields; follows `value` when it is set from outside (reset, restored draft). */
const useParts = (value: string) => {
  const [typed, setTyped] = useState<DateParts>(() => splitDate(value));
  const parts = joinDate(typed) === value ? typed : splitDate(value);
  return [parts, setTyped] as const;
};

type PartsProps = Pick<DateFieldProps, "ref" | "requirement" | "isBirthday" | "support" | "error"> & {
  readonly id: string;
  readonly parts: DateParts;
  readonly onPart: (part: keyof DateParts, text: string) => void;
};

const Parts = ({ id, parts, onPart, ref, requirement, isBirthday, support, error }: PartsProps) => (
  <div className="flex flex-wrap items-center gap-x-1 gap-y-2 sm:gap-x-2">
    {units.map(({ part, unit, width, autoComplete }) => (
      <label key={part} className="flex items-center gap-1 sm:gap-1.5">
        <input
          ref={part === "year" ? ref : undefined}
          id={part === "year" ? id : `${id}-${part}`}
          inputMode={part === "year" ? "text" : "numeric"}
          autoComplete={isBirthday === true ? autoComplete : "off"}
          value={parts[part]}
          onChange={(event) => onPart(part, event.target.value)}
          aria-required={requirement === "required" || undefined}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(id, { support, error })}
          className={classNames(controlStyle, width, "px-1! text-center")}
        />
        {unit}
      </label>
    ))}
  </div>
);

/** A date in three fields, 年・月・日. Full-width digits and years such as 令和8 or R8 are understood; the 和暦 stands beside it. */
export const DateField = (props: DateFieldProps) => {
  const { label, requirement, support, error, id: givenId, name, value, onChange, onBlur } = props;
  const ownId = useId();
  const id = givenId ?? ownId;
  const [parts, setParts] = useParts(value);
  const change = (part: keyof DateParts, text: string) => {
    const next = { ...parts, [part]: text };
    setParts(next);
    onChange(joinDate(next));
  };
  const leave = (event: FocusEvent) => {
    setParts({ ...splitDate(joinDate(parts)), year: yearOf(parts.year) });
    if (!event.currentTarget.contains(event.relatedTarget)) onBlur?.();
  };
  return (
    <GroupFrame id={id} label={label} requirement={requirement} support={support} error={error}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2" onBlur={leave}>
        <Parts {...props} id={id} parts={parts} onPart={change} />
        <output className="text-solid-gray-700">{eraHint(value)}</output>
      </div>
      {name === undefined ? null : <input type="hidden" name={name} value={value} />}
    </GroupFrame>
  );
};
