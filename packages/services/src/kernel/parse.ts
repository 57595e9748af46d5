import { DomainError, fieldCodes, type FieldCode, type FieldIssue } from "@tsunagari/domain";
import type { z } from "zod";

const known = new Set<string>(fieldCodes);
const isFieldCode = (text: string): text is FieldCode => known.has(text);

const codeOf = (issue: z.core.$ZodIssue): FieldCode => {
  if (isFieldCode(issue.message)) return issue.message;
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "required" : "invalid";
    case "too_big":
      return issue.origin === "string" || issue.origin === "array" ? "too_long" : "out_of_range";
    case "too_small":
      if (issue.origin === "array") return "not_chosen";
      return issue.origin === "string" ? "required" : "out_of_range";
    case "invalid_value":
      return "not_a_choice";
    case "unrecognized_keys":
      return "unknown_field";
    default:
      return "invalid";
  }
};

const issuesOf = (issue: z.core.$ZodIssue): FieldIssue[] =>
  issue.code === "unrecognized_keys"
    ? issue.keys.map((key) => ({
        path: [...issue.path, key].map(String).join(".").slice(0, 200),
        code: "unknown_field",
      }))
    : [{ path: issue.path.map(String).join("."), code: codeOf(issue) }];

/** Parses an input; throws `invalid_input` naming each field and the rule it broke, never its value. */
export const parseInput = <Schema extends z.ZodType>(schema: Schema, raw: unknown): z.output<Schema> => {
  const parsed = schema.safeParse(raw, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new DomainError("invalid_input", "kernel.invalid_input", {
    fields: parsed.error.issues.flatMap(issuesOf).slice(0, 50),
  });
};
