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

type NativeProps = Omit<
  ComponentProps<"input">,
  "placeholder" | "disabled" | "readOnly" | "required" | "width" | "size" | "type"
>;

export type TextFieldProps = FieldFrameProps &
  NativeProps & {
    readonly type?: "text" | "email" | "password" | "tel" | "url" | "search" | "number";
    readonly width?: FieldWidth;
    /** A unit after the field, such as 「名」. */
    readonly unit?: string;
    readonly placeholder?: never;
    readonly disabled?: never;
  };

/** One line of text. Takes what a form library registers (`name`, `ref`, `onChange`, `onBlur`) as it is. */
export const TextField = ({
  label,
  requirement,
  support,
  error,
  width = "long",
  unit,
  id: givenId,
  type = "text",
  className,
  ...rest
}: TextFieldProps) => {
  const ownId = useId();
  const id = givenId ?? ownId;
  const input = (
    <input
      {...rest}
      id={id}
      type={type}
      aria-required={requirement === "required" || undefined}
      aria-invalid={error === undefined ? undefined : true}
      aria-describedby={describedBy(id, { support, error }, unit === undefined ? undefined : `${id}-unit`)}
      className={classNames(controlStyle, fieldWidths[width], className)}
    />
  );
  return (
    <FieldFrame id={id} label={label} requirement={requirement} support={support} error={error}>
      {unit === undefined ? (
        input
      ) : (
        <div className="flex items-center gap-2">
          {input}
          <span id={`${id}-unit`} className="whitespace-nowrap">
            {unit}
          </span>
        </div>
      )}
    </FieldFrame>
  );
};
