import { useId, type ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import {
  controlStyle,
  describedBy,
  FieldFrame,
  fieldWidths,
  type FieldFrameProps,
  type FieldWidth,
} from "./field-frame.tsx";
import { Icon } from "./icon.tsx";

export type SelectOption = {
  readonly value: string;
  readonly label: string;
  /** Options of one group stand together under its name. */
  readonly group?: string;
};

export type SelectProps = FieldFrameProps &
  Omit<ComponentProps<"select">, "disabled" | "required" | "multiple" | "children"> & {
    readonly options: readonly SelectOption[];
    /** The first entry, with the value "": 「選んでください」 or 「すべて」. Leave out where there is always a choice. */
    readonly emptyLabel?: string;
    readonly width?: FieldWidth;
    readonly disabled?: never;
  };

const Options = ({ options }: { readonly options: readonly SelectOption[] }) =>
  options.map((option) => (
    <option key={option.value} value={option.value}>
      {option.label}
    </option>
  ));

/** One of a list too long for radio buttons. The native element: phones bring their own picker, and it works without JavaScript. */
export const Select = ({
  label,
  requirement,
  support,
  error,
  options,
  emptyLabel,
  width = "medium",
  id: givenId,
  className,
  ...rest
}: SelectProps) => {
  const ownId = useId();
  const id = givenId ?? ownId;
  return (
    <FieldFrame id={id} label={label} requirement={requirement} support={support} error={error}>
      <div className={classNames("relative", fieldWidths[width])}>
        <select
          {...rest}
          id={id}
          aria-required={requirement === "required" || undefined}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={describedBy(id, { support, error })}
          className={classNames(controlStyle, "w-full appearance-none pr-11", className)}
        >
          {emptyLabel === undefined ? null : <option value="">{emptyLabel}</option>}
          {[...Map.groupBy(options, ({ group }) => group)].map(([group, members]) =>
            group === undefined ? (
              <Options key="" options={members} />
            ) : (
              <optgroup key={group} label={group}>
                <Options options={members} />
              </optgroup>
            ),
          )}
        </select>
        <Icon name="chevronDown" className="pointer-events-none absolute inset-y-0 right-3 my-auto size-5" />
      </div>
    </FieldFrame>
  );
};
