import { z } from "zod";
import { containsMyNumber } from "./my-number.ts";

/** Codes of field errors; each has a sentence in `messages`. */
export const fieldCodes = [
  "required",
  "not_chosen",
  "too_long",
  "too_short",
  "invalid",
  "not_a_date",
  "not_a_number",
  "out_of_range",
  "in_the_past",
  "before_start",
  "my_number",
  "broken_characters",
  "not_a_choice",
  "must_be_checked",
  "unknown_field",
  "not_an_address",
  "not_a_phone",
  "not_a_link",
  "not_a_page_link",
  "same_as_before",
  "already_used",
  "too_common",
  "names_person",
  "not_six_digits",
  "not_a_recovery_code",
] as const;
export type FieldCode = (typeof fieldCodes)[number];

const controls = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u0080-\u009F]/u;

const checked = (maxLength: number, allowsLines: boolean) =>
  z
    .string({ error: "required" })
    .refine((text) => text.isWellFormed() && !controls.test(text), { error: "broken_characters", abort: true })
    .transform((text) => (allowsLines ? text.replaceAll("\r\n", "\n") : text.replaceAll(/[\r\n]+/gu, " ")).trim())
    .refine((text) => text.length <= maxLength, { error: "too_long", abort: true })
    // D-22: a My Number is never stored, in any free text.
    .refine((text) => !containsMyNumber(text), { error: "my_number" });

/** One line of text, trimmed; must not be empty. Lone surrogates, control characters and My Numbers are refused. */
export const line = (maxLength: number) =>
  checked(maxLength, false).refine((text) => text.length > 0, { error: "required" });

/** Text of several lines, trimmed; must not be empty. */
export const paragraph = (maxLength: number) =>
  checked(maxLength, true).refine((text) => text.length > 0, { error: "required" });

/** As `line`, where an empty field means "not stated". */
export const optionalLine = (maxLength: number) =>
  checked(maxLength, false)
    .transform((text) => (text === "" ? null : text))
    .nullish()
    .transform((text) => text ?? null);

/** As `paragraph`, where an empty field means "not stated". */
export const optionalParagraph = (maxLength: number) =>
  checked(maxLength, true)
    .transform((text) => (text === "" ? null : text))
    .nullish()
    .transform((text) => text ?? null);
