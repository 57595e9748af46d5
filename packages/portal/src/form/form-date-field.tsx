import { DateField, type DateFieldProps } from "@tsunagari/ui";
import { useController, type FieldPath, type FieldValues } from "react-hook-form";
import type { CommandForm } from "./use-command-form.ts";

type Values = FieldValues & { requestId: string };

export type FormDateFieldProps<V extends Values> = Pick<DateFieldProps, "requirement" | "support" | "isBirthday"> & {
  readonly form: CommandForm<V>;
  readonly name: FieldPath<V>;
  readonly label: string;
};

/** `DateField` bound to a command form. */
export const FormDateField = <V extends Values>({ form, name, label, ...rest }: FormDateFieldProps<V>) => {
  const {
    field: { value, onChange, onBlur, ref },
  } = useController({ control: form.form.control, name });
  const { id, error } = form.field(name, label);
  return (
    <DateField
      {...rest}
      id={id}
      label={label}
      error={error}
      value={typeof value === "string" ? value : ""}
      onChange={onChange}
      onBlur={onBlur}
      ref={ref}
    />
  );
};
