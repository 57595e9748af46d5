import { z } from "zod";
import { idOf, isNothing } from "./ids.ts";
import { halfWidth } from "./text-width.ts";
import { isCivilDate, type CivilDate } from "./time.ts";

/** A date as `YYYY-MM-DD`; full-width digits and `/` or `.` as separators are accepted. */
export const DateField = z
  .string({ error: "required" })
  .transform((text) => halfWidth(text).replaceAll(/[/.]/gu, "-"))
  .pipe(
    z.string().transform((text, context): CivilDate => {
      const [, year = "", month = "", day = ""] = /^(\d{4})-(\d{1,2})-(\d{1,2})$/u.exec(text) ?? [];
      const padded = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
      if (isCivilDate(padded) && padded >= "1868-01-01" && padded < "2200-01-01") return padded;
      context.addIssue({ code: "custom", message: text === "" ? "required" : "not_a_date" });
      return z.NEVER;
    }),
  );

/** A date that may be left open; the empty string means "not stated". */
export const OptionalDateField = z
  .union([z.literal("").transform(() => null), z.null(), DateField])
  .optional()
  .transform((value): CivilDate | null => value ?? null);

/** A whole number in a range, from a number or from what was typed, full-width digits included. */
export const wholeNumber = (min: number, max: number) =>
  z
    .union(
      [
        z.number(),
        z.string().transform((text) => (/^-?\d{1,9}$/u.test(halfWidth(text)) ? Number(halfWidth(text)) : Number.NaN)),
      ],
      {
        error: (issue) => (issue.input === undefined ? "required" : "not_a_number"),
      },
    )
    .refine((value) => Number.isSafeInteger(value), { error: "not_a_number", abort: true })
    .refine((value) => value >= min && value <= max, { error: "out_of_range" });

/** A whole number that may be left open. */
export const optionalWholeNumber = (min: number, max: number) =>
  z
    .union([z.literal("").transform(() => null), z.null(), wholeNumber(min, max)], { error: "not_a_number" })
    .optional()
    .transform((value): number | null => value ?? null);

/** A time of day `HH:MM`; `9:30` and full-width digits are accepted. */
export const TimeField = z
  .string({ error: "required" })
  .transform((text) => halfWidth(text).replace(/^(\d):/u, "0$1:"))
  .refine((text) => text !== "", { error: "required", abort: true })
  .refine((text) => /^([01]\d|2[0-3]):[0-5]\d$/u.test(text), { error: "invalid" });

/** A Japanese phone number, hyphens kept as typed, full width folded; empty means "not stated". */
export const PhoneField = z
  .string()
  .transform((text) =>
    halfWidth(text)
      .replaceAll(/[ー]/gu, "-")
      .replaceAll(/[() ]/gu, "-")
      .replaceAll(/-+/gu, "-")
      .replaceAll(/^-|-$/gu, ""),
  )
  .refine((text) => text === "" || (/^0[\d-]{8,13}$/u.test(text) && /^0\d{9,10}$/u.test(text.replaceAll("-", ""))), {
    error: "not_a_phone",
  })
  .nullish()
  .transform((text) => (text === "" ? null : (text ?? null)));

/** A mail address, folded to half width; used for accounts, so it must be given. */
export const MailField = z
  .string({ error: "required" })
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text.trim()), { error: "broken_characters", abort: true })
  .transform((text) => halfWidth(text))
  .refine((text) => text !== "", { error: "required", abort: true })
  .refine((text) => text.length <= 254 && /^[^\s@<>"',;:\\]+@[^\s@.]+(\.[^\s@.]+)+$/u.test(text), {
    error: "not_an_address",
  });

/** An `https:` or `http:` link; any other scheme is refused. Empty means "not stated". */
export const LinkField = z
  .string()
  .trim()
  .refine((text) => text === "" || (text.length <= 500 && /^https?:\/\/[^\s]+$/u.test(text) && URL.canParse(text)), {
    error: "not_a_link",
  })
  .nullish()
  .transform((text) => (text === "" ? null : (text ?? null)));

/** One of the literals; nothing chosen is `not_chosen`, anything else `not_a_choice`. */
export const choice = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: ({ input: chosen }) => (isNothing(chosen) ? "not_chosen" : "not_a_choice") });

/** A strict object: a field nobody declared is refused by name, so nothing is assigned by accident (ASVS 15.3.3). */
export const input = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, { error: (issue) => (issue.code === "unrecognized_keys" ? "unknown_field" : "invalid") });

/** The input of every command carries the form's request id (D-37). */
export const command = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  input({ ...shape, requestId: idOf("request") });

/** Optimistic lock: the version the user saw. A mismatch is `conflict`. */
export const Version = z
  .int({ error: "invalid" })
  .min(1, { error: "invalid" })
  .max(2_000_000_000, { error: "invalid" });

/** One page of a list: `page` from 1, `pageSize` at most 100. */
export const Page = {
  page: z.int().min(1).max(10_000).default(1),
  pageSize: z.int().min(1).max(100).default(20),
};
