import { contentFields, type ActivityContent, type ContentField } from "./activity.ts";

/** D-15: changes to when, where, whom or contact need approval again. */
export const guardedFields = [
  "audiences",
  "audienceNote",
  "schedule",
  "scheduleNote",
  "placeId",
  "contactName",
  "contactPhone",
  "contactMail",
  "contactWebsite",
] as const satisfies readonly ContentField[];

const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
};
const sameValue = (left: unknown, right: unknown): boolean =>
  JSON.stringify(ordered(left)) === JSON.stringify(ordered(right));

/** The fields in which two contents differ, in reading order. */
export const changedFields = (before: ActivityContent, after: ActivityContent): readonly ContentField[] =>
  contentFields.filter((field) => !sameValue(before[field], after[field]));

/** Whether a change of this field needs the city's approval again. */
export const isGuarded = (field: ContentField): boolean => (guardedFields as readonly ContentField[]).includes(field);

/** Whether a version needs the city's approval: the first always, a change where it touches a guarded field. */
export const needsApproval = (approved: ActivityContent | null, next: ActivityContent): boolean =>
  approved === null || changedFields(approved, next).some(isGuarded);
