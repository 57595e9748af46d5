import { z } from "zod";
import { CaseId, PersonId } from "../case/index.ts";
import { command, input } from "../kernel/fields.ts";
import { containsMyNumber } from "../kernel/my-number.ts";
import { ReferralId } from "../referral/index.ts";
import type { DraftContent, JsonValue } from "./draft.ts";

/** Characters of the content as JSON; the longest form stays far below it. */
export const draftMaxLength = 60_000;

const texts = (value: JsonValue): readonly string[] => {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]: [string, JsonValue]) => [name, ...texts(inner)]);
};

const isFlatEnough = (value: unknown, depth = 0): boolean =>
  depth <= 8 &&
  (typeof value !== "object" ||
    value === null ||
    Object.values(value).every((inner) => isFlatEnough(inner, depth + 1)));

const Content = z
  .unknown()
  // Checked before anything walks the value, so that a deep one cannot exhaust the stack.
  .refine((value) => isFlatEnough(value), { error: "invalid", abort: true })
  .pipe(z.record(z.string(), z.json(), { error: "invalid" }))
  .refine((content) => JSON.stringify(content).length <= draftMaxLength, { error: "too_long", abort: true })
  .transform((content): DraftContent => content)
  .refine((content) => texts(content).every((text) => text.isWellFormed()), { error: "broken_characters", abort: true })
  // D-22 holds for what is half written, too.
  .refine((content) => !texts(content).some(containsMyNumber), { error: "my_number" });

/** What the form is about: an id, or the empty string for a new thing. */
const Subject = z.string({ error: "required" }).regex(/^[a-zA-Z0-9:-]{0,120}$/u, { error: "invalid" });

/** The form's own name, the same at every visit: `householdMember`. A draft is its writer's alone, whatever it is called. */
const Form = z.string({ error: "required" }).regex(/^[a-z][a-zA-Z]{1,39}$/u, { error: "invalid" });

const key = { form: Form, subject: Subject };

const orNull = <Schema extends z.ZodType>(id: Schema) =>
  id.nullish().transform((value): z.output<Schema> | null => value ?? null);

/** The resident whom the text is about, by case, person or referral: the draft ends with the writer's access to each named. */
const about = { caseId: orNull(CaseId), personId: orNull(PersonId), referralId: orNull(ReferralId) };

export const GetDraft = input(key);
export const SaveDraft = command({ ...key, ...about, content: Content });
export const DiscardDraft = command(key);
/** Given by the worker. */
export const DiscardExpiredDrafts = command({});
