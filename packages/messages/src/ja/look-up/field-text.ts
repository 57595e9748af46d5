import type { FieldCode } from "@tsunagari/domain";
import { kernelMessages } from "../kernel.ts";
import { wordIn } from "./words.ts";

/** The sentence for a field's rule that was broken. */
export const fieldText = (code: FieldCode | (string & {})): string =>
  wordIn(kernelMessages.fields, code) ?? kernelMessages.fields.invalid;
