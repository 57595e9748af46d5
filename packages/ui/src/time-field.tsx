import type { FocusEvent } from "react";
import { TextField, type TextFieldProps } from "./text-field.tsx";

/** `9:30`, `930`, `９：３０` and `9時30分` become `09:30`; anything else stays as it was typed. */
export const timeOf = (text: string): string => {
  const plain = text.normalize("NFKC").replaceAll(/\s/gu, "");
  const found = /^(\d{1,2})(?::|時)?(\d{2})?分?$/u.exec(plain);
  // A bare 「14」 may be half of a time that is still being typed.
  if (found === null || /^\d{1,2}$/u.test(plain)) return plain;
  return `${(found[1] ?? "").padStart(2, "0")}:${found[2] ?? "00"}`;
};

/** A time of day in 24 hours. */
export const TimeField = ({
  support = "24時間で入力します（例：13:30）",
  onBlur,
  ...rest
}: Omit<TextFieldProps, "type" | "width">) => {
  const leave = (event: FocusEvent<HTMLInputElement>) => {
    event.currentTarget.value = timeOf(event.currentTarget.value);
    onBlur?.(event);
  };
  return <TextField {...rest} support={support} width="short" autoComplete="off" onBlur={leave} />;
};
